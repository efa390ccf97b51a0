-- What is overdue and who has been told: one open alert per prospect and rule.
create table ledger_alert (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    request_id uuid references enterprise_request,
    kind text not null check (kind in ('ANSWER', 'ASSESS', 'FEEDBACK', 'RHYTHM', 'STAY', 'STEP', 'REQUEST')),
    office_id uuid not null references organization,
    owner_id uuid references account,
    account_id uuid references account,
    level text not null default 'OWNER' check (level in ('OWNER', 'LEAD', 'CHIEF')),
    since timestamptz not null,
    due_on date not null,
    raised_at timestamptz not null,
    handled_at timestamptz,
    handled_by uuid references account,
    handled_note text not null default '',
    closed_at timestamptz
);
comment on column ledger_alert.since is 'when the clock of the rule began; a later activity ends the alert';
comment on column ledger_alert.owner_id is 'who has it, and goes on hearing of it';
comment on column ledger_alert.account_id is 'the person to whom it has climbed';
create unique index ledger_alert_open on ledger_alert
    (prospect_id, kind, coalesce(request_id, '00000000-0000-0000-0000-000000000000')) where handled_at is null and closed_at is null;
create index ledger_alert_prospect on ledger_alert (prospect_id, kind, handled_at desc);
create index ledger_alert_request on ledger_alert (request_id);
create index ledger_alert_mine on ledger_alert (account_id, due_on) where handled_at is null and closed_at is null;
create index ledger_alert_owner on ledger_alert (owner_id, due_on) where handled_at is null and closed_at is null;
create index ledger_alert_owner_all on ledger_alert (owner_id);
create index ledger_alert_account on ledger_alert (account_id);
create index ledger_alert_office on ledger_alert (office_id, due_on) where handled_at is null and closed_at is null;
create index ledger_alert_office_all on ledger_alert (office_id);
create index ledger_alert_handled_by on ledger_alert (handled_by);

-- 分管领导 of an office, whom its lead names; also somebody of another office of the same side.
create table office_chief (
    office_id uuid primary key references organization,
    account_id uuid not null references account,
    named_by uuid not null references account,
    named_at timestamptz not null
);
create index office_chief_account on office_chief (account_id);
create index office_chief_by on office_chief (named_by);

-- Somebody who is there for an office: its lead, else another of its people, else the lead of the office above, else of the
-- office that coordinates the side.
create function responsible_person(office uuid) returns uuid language sql stable as $$
    select t.account_id from (
        select m.account_id, case when o.id = office then case when exists (select from membership_role r where r.membership_id = m.id and r.role = 'LEAD') then 0 else 1 end
                                  when o.id = (select parent_id from organization where id = office) then 2 else 3 end as rank, m.started_at
          from organization o join membership m on m.organization_id = o.id and m.ended_at is null
          join account a on a.id = m.account_id and a.status = 'ACTIVE'
         where exists (select from membership_role r where r.membership_id = m.id and (r.role = 'LEAD' or (o.id = office and r.role = 'OFFICER')))
           and (o.id = office or o.id = (select parent_id from organization where id = office)
                or o.id in (select s.coordinating_office_id from organization x join region g on g.code = x.region_code
                              join alliance_region ar on ar.region_code in (g.code, g.parent_code)
                              join alliance_side s on s.alliance_id = ar.alliance_id and s.code = ar.side where x.id = office))) t
     order by t.rank, t.started_at, t.account_id limit 1
$$;

-- The daily digest: one a person and day, also where two portals run or the job runs again.
create table ledger_digest (
    account_id uuid not null references account,
    day date not null,
    subject text not null,
    body text not null,
    made_at timestamptz not null,
    primary key (account_id, day)
);

-- What is overdue right now: open, and still true.
create view ledger_alert_now as
select a.id, a.prospect_id, a.request_id, a.kind, a.office_id, a.account_id, a.level, a.due_on, a.since, p.organization_id, p.matter, a.owner_id
  from ledger_alert a join prospect p on p.id = a.prospect_id
 where a.handled_at is null and a.closed_at is null and p.status = 'OPEN' and case a.kind
       when 'ANSWER' then not exists (select from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN')
       when 'ASSESS' then p.stage in ('LEAD', 'CONTACTED')
            and not exists (select from prospect_milestone m where m.prospect_id = p.id and m.kind = 'ASSESS')
       when 'FEEDBACK' then not exists (select from prospect_milestone m where m.prospect_id = p.id and m.kind = 'FEEDBACK')
       when 'RHYTHM' then coalesce(p.active_at, p.reported_at) <= a.since
       when 'STAY' then p.stage_since <= a.since
       when 'STEP' then p.next_due_on <= a.due_on
       when 'REQUEST' then exists (select from enterprise_request q where q.id = a.request_id and q.state <> 'ANSWERED'
            and q.due_on <= a.due_on and q.office_id = a.office_id) end;
