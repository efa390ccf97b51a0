-- What changed beside the stage: owner, holder, partners, sharing, attention, text. Appended only.
create table prospect_change (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    what text not null check (what in ('ASSIGNED', 'HANDED', 'JOINED', 'LEFT', 'SHARED', 'ATTENDED', 'EDITED', 'INTENT', 'PROJECT')),
    detail text not null default '',
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index prospect_change_prospect on prospect_change (prospect_id, changed_at);
create index prospect_change_by on prospect_change (changed_by);

-- When the next step is due, kept beside the prospect so that lists find what is late without looking at every follow-up.
alter table prospect add next_due_on date;
comment on column prospect.next_due_on is 'the earliest open next step; kept by the trigger on follow_up';
create index prospect_due on prospect (holder_office_id, next_due_on);
create index prospect_recent on prospect (holder_office_id, updated_at desc, id desc);

create function keep_prospect_due() returns trigger language plpgsql as $$
begin
    update prospect set next_due_on = (select min(f.next_due_on) from follow_up f
         where f.prospect_id = new.prospect_id and f.next_step <> '' and f.done_at is null)
     where id = new.prospect_id;
    return null;
end $$;
create trigger keep_prospect_due after insert or update of next_step, next_due_on, done_at on follow_up
    for each row execute function keep_prospect_due();
update prospect p set next_due_on = (select min(f.next_due_on) from follow_up f
     where f.prospect_id = p.id and f.next_step <> '' and f.done_at is null);

alter table prospect add check (drop_reason is null or drop_reason in ('NO_DEMAND', 'ELSEWHERE', 'CONDITIONS', 'UNSUITABLE', 'LOST_CONTACT', 'DUPLICATE', 'OTHER'));

-- What a move rests on.
alter table stage_change add landing text check (landing in ('REGISTRATION', 'START'));
alter table stage_change add document_number text not null default '';
alter table stage_change add drop_reason text;
