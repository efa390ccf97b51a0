-- How many days a prospect took from each stage to the next, the first time it went there; kept with its history, so that
-- a median over all of them reads no history.
alter table prospect
    add days_to_contact smallint,
    add days_to_negotiation smallint,
    add days_to_signing smallint,
    add days_to_landing smallint,
    add days_to_production smallint;

create function days_between(first date, last date) returns smallint language sql immutable as
    $$ select (case when last < first then 0 when last >= first then least(last - first, 32767) end)::smallint $$;

create function keep_prospect_pace() returns trigger language plpgsql as $$
begin
    update prospect p set days_to_contact = days_between(r.lead, r.contact),
           days_to_negotiation = days_between(r.contact, r.negotiation),
           days_to_signing = days_between(r.negotiation, r.signing),
           days_to_landing = days_between(r.signing, r.landing),
           days_to_production = days_between(r.landing, r.production)
      from (select min(s.day) filter (where s.to_stage = 'LEAD') as lead, min(s.day) filter (where s.to_stage = 'CONTACTED') as contact,
                   min(s.day) filter (where s.to_stage = 'NEGOTIATING') as negotiation, min(s.day) filter (where s.to_stage = 'SIGNED') as signing,
                   min(s.day) filter (where s.to_stage = 'LANDED') as landing, min(s.day) filter (where s.to_stage = 'PRODUCING') as production
              from (select to_stage, coalesce(happened_on, (changed_at at time zone 'Asia/Shanghai')::date) as day from stage_change
                     where prospect_id = new.prospect_id and move in ('OPENED', 'FORWARD')) s) r
     where p.id = new.prospect_id;
    return null;
end $$;
create trigger keep_prospect_pace after insert on stage_change
    for each row when (new.move in ('OPENED', 'FORWARD')) execute function keep_prospect_pace();

update prospect p set days_to_contact = days_between(r.lead, r.contact), days_to_negotiation = days_between(r.contact, r.negotiation),
       days_to_signing = days_between(r.negotiation, r.signing), days_to_landing = days_between(r.signing, r.landing),
       days_to_production = days_between(r.landing, r.production)
  from (select s.prospect_id, min(s.day) filter (where s.to_stage = 'LEAD') as lead, min(s.day) filter (where s.to_stage = 'CONTACTED') as contact,
               min(s.day) filter (where s.to_stage = 'NEGOTIATING') as negotiation, min(s.day) filter (where s.to_stage = 'SIGNED') as signing,
               min(s.day) filter (where s.to_stage = 'LANDED') as landing, min(s.day) filter (where s.to_stage = 'PRODUCING') as production
          from (select prospect_id, to_stage, coalesce(happened_on, (changed_at at time zone 'Asia/Shanghai')::date) as day from stage_change
                 where move in ('OPENED', 'FORWARD')) s group by s.prospect_id) r
 where p.id = r.prospect_id;

create index prospect_reported on prospect (alliance_id, reported_at);
