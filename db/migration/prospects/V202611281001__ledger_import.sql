-- Old ledgers from Excel, between upload and undo. The file and what it says of people go a day after it was left,
-- what is needed to take an import back after the days in which it can be.
create table ledger_import (
    id uuid primary key,
    office_id uuid not null references organization,
    uploaded_by uuid not null references account,
    uploaded_at timestamptz not null,
    file_name text not null,
    content bytea not null,
    sheet text not null default '',
    header_line int,
    unit numeric(18, 2),
    hidden_too boolean not null default true,
    whole boolean not null default true,
    stock boolean not null default true,
    state text not null check (state in ('UPLOADED', 'CHECKED', 'RUNNING', 'DONE', 'UNDONE')),
    titles jsonb not null default '[]',
    skipped jsonb not null default '[]',
    done int not null default 0,
    failure text not null default '',
    confirmed_by uuid references account,
    finished_at timestamptz,
    undone_by uuid references account,
    undone_at timestamptz
);
comment on column ledger_import.unit is 'of sums without a unit, in yuan';
comment on column ledger_import.whole is 'all rows or none';
comment on column ledger_import.stock is 'loaded before the cut-off: clashes go to consultation';
create index ledger_import_office on ledger_import (office_id, uploaded_at desc);
create index ledger_import_by on ledger_import (uploaded_by);
create index ledger_import_confirmed_by on ledger_import (confirmed_by);
create index ledger_import_undone_by on ledger_import (undone_by);

create table ledger_import_row (
    import_id uuid not null references ledger_import on delete cascade,
    line int not null,
    hidden boolean not null,
    enterprise text not null,
    key text not null,
    code text,
    matter text not null,
    number text,
    stage text,
    attention text,
    owner uuid,
    amount numeric(18, 2),
    region text,
    node uuid,
    source text not null,
    summary text not null,
    profile text not null,
    reported date,
    signed date,
    landed date,
    step text not null,
    due date,
    texts jsonb not null,
    contacts jsonb not null,
    notes jsonb not null,
    problems jsonb not null,
    fingerprint text not null,
    cells jsonb not null,
    organization_id uuid references organization on delete set null,
    fresh boolean not null default false,
    verdict text check (verdict in ('NEW', 'UPDATE', 'SAME', 'SIMILAR', 'CLASH', 'BAD')),
    reason text not null default '',
    target_id uuid references prospect on delete set null,
    choice text check (choice in ('SKIP', 'UPDATE', 'NEW')),
    outcome text check (outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'CLASHED', 'REFUSED', 'UNDONE')),
    prospect_id uuid references prospect on delete set null,
    before jsonb,
    primary key (import_id, line)
);
comment on column ledger_import_row.target_id is 'the record that the row is, or may be';
comment on column ledger_import_row.prospect_id is 'the record that it became';
create index ledger_import_row_prospect on ledger_import_row (prospect_id);
create index ledger_import_row_target on ledger_import_row (target_id);
create index ledger_import_row_organization on ledger_import_row (organization_id);

-- What a column means to an office: chosen once and proposed again.
create table ledger_import_column (
    office_id uuid not null references organization,
    name text not null,
    use text not null,
    primary key (office_id, name)
);

-- What an old ledger says of a prospect beyond what the portal has fields for, and what could not be read.
create table prospect_text (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    import_id uuid not null references ledger_import,
    position smallint not null,
    label text not null,
    text text not null,
    mark text not null default '',
    replaced_by uuid references ledger_import
);
comment on column prospect_text.mark is 'why it waits for a look, a key of the bundles; empty where it is merely kept';
create index prospect_text_prospect on prospect_text (prospect_id, position);
create index prospect_text_import on prospect_text (import_id);
create index prospect_text_replaced on prospect_text (replaced_by);

-- Whoever loads an old ledger did not report its leads.
alter table prospect alter reported_by drop not null;
alter table prospect add constraint prospect_reporter_known check (reported_by is not null or source = 'IMPORT');

-- The name that distinguishes an enterprise: without its legal form and the place before it.
create function enterprise_core(name text) returns text language sql immutable parallel safe as
$$ select regexp_replace(lower(name), '[\s()（）·]|有限责任公司|股份有限公司|有限公司|股份公司|集团|公司|^(北京|天津|河北|上海|江苏|苏州|廊坊|三河|香河|大厂)(省|市|县)?', '', 'g') $$;
