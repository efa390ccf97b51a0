-- What was done to several prospects at once, row by row, so that it can be shown and taken back.
create table bulk_batch (
    id uuid primary key,
    verb text not null check (verb in ('ASSIGN', 'MOVE', 'NEXT', 'ATTEND', 'REMIND')),
    office_id uuid not null references organization,
    made_by uuid not null references account,
    made_at timestamptz not null,
    undone_at timestamptz
);
create index bulk_batch_by on bulk_batch (made_by, made_at desc);
create index bulk_batch_office on bulk_batch (office_id);

create table bulk_row (
    batch_id uuid not null references bulk_batch on delete cascade,
    prospect_id uuid not null references prospect,
    position smallint not null,
    outcome text not null default '',
    before text not null default '',
    after text not null default '',
    kept uuid[] not null default '{}',
    undo_outcome text,
    primary key (batch_id, prospect_id)
);
create index bulk_row_prospect on bulk_row (prospect_id);
comment on column bulk_row.outcome is 'empty where it was done, else why not: a key of the bundles';
comment on column bulk_row.kept is 'open steps that the new owner had before: an undo leaves them there';

alter table prospect_change drop constraint prospect_change_what_check;
alter table prospect_change add constraint prospect_change_what_check
    check (what in ('ASSIGNED', 'HANDED', 'JOINED', 'LEFT', 'SHARED', 'ATTENDED', 'EDITED', 'INTENT', 'PROJECT', 'REMINDED'));

-- A step that is taken back is due no more.
create or replace function keep_prospect_due() returns trigger language plpgsql as $$
declare
    id_of uuid := case when tg_op = 'DELETE' then old.prospect_id else new.prospect_id end;
begin
    update prospect set next_due_on = (select min(f.next_due_on) from follow_up f
         where f.prospect_id = id_of and f.next_step <> '' and f.done_at is null)
     where id = id_of;
    return null;
end $$;
drop trigger keep_prospect_due on follow_up;
create trigger keep_prospect_due after insert or delete or update of next_step, next_due_on, done_at on follow_up
    for each row execute function keep_prospect_due();
