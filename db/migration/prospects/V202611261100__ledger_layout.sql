-- How an office writes its ledger into a sheet: chosen once and kept.
create table ledger_layout (
    office_id uuid primary key references organization,
    title text not null default '' check (length(title) <= 60),
    unit text not null default 'WAN' check (unit in ('WAN', 'YI')),
    grouping text check (grouping in ('STAGE', 'ATTENTION', 'CHAIN', 'HOLDER')),
    updated_by uuid not null references account,
    updated_at timestamptz not null
);
create index ledger_layout_by on ledger_layout (updated_by);

create table ledger_layout_column (
    office_id uuid not null references ledger_layout on delete cascade,
    position smallint not null,
    code text not null,
    title text not null default '' check (length(title) <= 30),
    primary key (office_id, position),
    unique (office_id, code)
);
