-- Until when what has to happen with a prospect, in working days, by stage and rank; 0 is no rule. An alliance may have its
-- own numbers; what it leaves open follows the common ones.
create table ledger_rule (
    id uuid primary key default gen_random_uuid(),
    alliance_id uuid references alliance,
    kind text not null check (kind in ('ANSWER', 'ASSESS', 'FEEDBACK', 'RHYTHM', 'STAY')),
    stage text check (stage in ('LEAD', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED')),
    attention text not null check (attention in ('FOCUS', 'KEEP', 'REST')),
    days smallint not null check (days between 0 and 400),
    check ((stage is not null) = (kind in ('RHYTHM', 'STAY')))
);
create unique index ledger_rule_one on ledger_rule
    (coalesce(alliance_id, '00000000-0000-0000-0000-000000000000'), kind, coalesce(stage, ''), attention);
create index ledger_rule_alliance on ledger_rule (alliance_id);

-- The rhythm in use elsewhere (Jiangmen 2024): answer within a day, assess within three, a major project within a week,
-- feedback to the introducer within a week, then a report every two weeks. 不再跟进 is not watched.
insert into ledger_rule (kind, stage, attention, days)
select kind, stage, attention, days from (values
    ('ANSWER', null, 'FOCUS', 1), ('ANSWER', null, 'KEEP', 1),
    ('ASSESS', null, 'FOCUS', 5), ('ASSESS', null, 'KEEP', 3),
    ('FEEDBACK', null, 'FOCUS', 5), ('FEEDBACK', null, 'KEEP', 5),
    ('RHYTHM', 'LEAD', 'FOCUS', 5), ('RHYTHM', 'CONTACTED', 'FOCUS', 5), ('RHYTHM', 'NEGOTIATING', 'FOCUS', 5),
    ('RHYTHM', 'SIGNED', 'FOCUS', 10), ('RHYTHM', 'LANDED', 'FOCUS', 10),
    ('RHYTHM', 'LEAD', 'KEEP', 10), ('RHYTHM', 'CONTACTED', 'KEEP', 10), ('RHYTHM', 'NEGOTIATING', 'KEEP', 10),
    ('RHYTHM', 'SIGNED', 'KEEP', 10), ('RHYTHM', 'LANDED', 'KEEP', 20),
    ('STAY', 'LEAD', 'FOCUS', 10), ('STAY', 'CONTACTED', 'FOCUS', 20), ('STAY', 'NEGOTIATING', 'FOCUS', 30),
    ('STAY', 'SIGNED', 'FOCUS', 90), ('STAY', 'LANDED', 'FOCUS', 250),
    ('STAY', 'LEAD', 'KEEP', 15), ('STAY', 'CONTACTED', 'KEEP', 30), ('STAY', 'NEGOTIATING', 'KEEP', 60),
    ('STAY', 'SIGNED', 'KEEP', 120), ('STAY', 'LANDED', 'KEEP', 300)) as r (kind, stage, attention, days);

-- 研判 and 反馈引荐方: done once it is written down here.
create table prospect_milestone (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    kind text not null check (kind in ('ASSESS', 'FEEDBACK')),
    note text not null check (length(note) between 2 and 300),
    office_id uuid not null references organization,
    noted_by uuid not null references account,
    noted_at timestamptz not null
);
create index prospect_milestone_prospect on prospect_milestone (prospect_id, kind);
create index prospect_milestone_office on prospect_milestone (office_id);
create index prospect_milestone_by on prospect_milestone (noted_by);

-- The last real activity: a contact that took place, a step that was done, a move. Saving a text is none.
alter table prospect add active_at timestamptz;
comment on column prospect.active_at is 'kept by triggers on follow_up and stage_change; null until the first one';
create function keep_prospect_active() returns trigger language plpgsql as $$
declare
    id_of uuid := case when tg_op = 'DELETE' then old.prospect_id else new.prospect_id end;
begin
    update prospect set active_at = (select max(t.at) from (
            select coalesce(f.happened_at, f.created_at) as at from follow_up f where f.prospect_id = id_of and f.channel <> 'PLAN'
            union all select f.done_at from follow_up f where f.prospect_id = id_of and f.done_at is not null
            union all select c.changed_at from stage_change c where c.prospect_id = id_of and c.move <> 'OPENED') t)
     where id = id_of;
    return null;
end $$;
create trigger follow_up_active after insert on follow_up for each row
    when (new.channel <> 'PLAN' or new.done_at is not null) execute function keep_prospect_active();
create trigger follow_up_active_done after update of done_at on follow_up for each row execute function keep_prospect_active();
create trigger follow_up_active_gone after delete on follow_up for each row
    when (old.channel <> 'PLAN' or old.done_at is not null) execute function keep_prospect_active();
create trigger stage_change_active after insert on stage_change for each row
    when (new.move <> 'OPENED') execute function keep_prospect_active();
create trigger stage_change_active_gone after delete on stage_change for each row execute function keep_prospect_active();
update prospect p set active_at = (select max(t.at) from (
        select coalesce(f.happened_at, f.created_at) as at from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN'
        union all select f.done_at from follow_up f where f.prospect_id = p.id and f.done_at is not null
        union all select c.changed_at from stage_change c where c.prospect_id = p.id and c.move <> 'OPENED') t);
