-- Filters that somebody keeps under a name, for oneself or for the office.
create table ledger_view (
    id uuid primary key,
    office_id uuid not null references organization,
    owner_id uuid not null references account,
    name text not null check (length(name) between 1 and 30),
    surface text not null check (surface in ('list', 'board', 'calendar')),
    query text not null check (length(query) <= 1000),
    shared boolean not null,
    created_at timestamptz not null,
    unique (owner_id, name)
);
create index ledger_view_office on ledger_view (office_id, shared);
-- What is due in a month, whoever has to do it.
create index follow_up_open on follow_up (next_due_on, prospect_id) where next_step <> '' and done_at is null;
