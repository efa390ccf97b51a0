create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid,
    person text not null default '',
    organization_id uuid,
    organization text not null default '',
    action text not null,
    entity text not null default '',
    entity_id uuid,
    subject text not null default '',
    detail text not null default '',
    address text not null default ''
);
comment on table audit_entry is 'append only; kept at least 6 months (GB/T 22239-2019); no foreign keys: an entry outlives what it speaks of';
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_account on audit_entry (account_id, at desc);
create index audit_entry_entity on audit_entry (entity, entity_id, at desc);
create index audit_entry_action on audit_entry (action, at desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit cannot be changed';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();

create table personal_data_request (
    id uuid primary key,
    number text not null unique,
    kind text not null check (kind in ('ACCESS', 'CORRECTION', 'ERASURE', 'PORTABILITY')),
    account_id uuid references account,
    name text not null,
    phone text not null,
    email text not null default '',
    detail text not null default '',
    state text not null check (state in ('OPEN', 'ANSWERED', 'REFUSED')),
    received_at timestamptz not null,
    due_on date not null,
    answer text not null default '',
    answered_at timestamptz,
    answered_by uuid references account
);
create index personal_data_request_state on personal_data_request (state, due_on);
create index personal_data_request_account on personal_data_request (account_id);
create index personal_data_request_by on personal_data_request (answered_by);
