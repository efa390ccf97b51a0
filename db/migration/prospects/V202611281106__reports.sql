-- 台账周报: drafted by an officer, reviewed and submitted by the lead; what is submitted is frozen, later changes are 调整.
create table ledger_report (
    id uuid primary key,
    office_id uuid not null references organization,
    week date not null check (extract(isodow from week) = 1),
    state text not null check (state in ('DRAFT', 'REVIEW', 'SUBMITTED')),
    note text not null default '' check (length(note) <= 2000),
    returned text not null default '' check (length(returned) <= 300),
    drafted_by uuid not null references account,
    drafted_at timestamptz not null,
    submitted_by uuid references account,
    submitted_at timestamptz,
    version bigint not null default 0,
    unique (office_id, week),
    check ((state = 'SUBMITTED') = (submitted_at is not null))
);
comment on column ledger_report.week is 'its Monday';
create index ledger_report_drafted on ledger_report (drafted_by);
create index ledger_report_submitted on ledger_report (submitted_by);

-- The figures and lists as they were submitted.
create table ledger_report_line (
    report_id uuid not null references ledger_report,
    section text not null check (section in ('NEW', 'MOVED', 'OVERDUE', 'SIGNED', 'LANDED', 'DROPPED')),
    position int not null,
    prospect_id uuid not null references prospect,
    enterprise text not null,
    matter text not null,
    detail text not null,
    primary key (report_id, section, position)
);
create index ledger_report_line_prospect on ledger_report_line (prospect_id);

create table ledger_report_adjustment (
    id uuid primary key,
    report_id uuid not null references ledger_report,
    section text not null check (section in ('NEW', 'MOVED', 'OVERDUE', 'SIGNED', 'LANDED', 'DROPPED')),
    difference int not null check (difference between -9999 and 9999),
    reason text not null check (length(reason) between 2 and 300),
    adjusted_by uuid not null references account,
    adjusted_at timestamptz not null
);
create index ledger_report_adjustment_report on ledger_report_adjustment (report_id, adjusted_at);
create index ledger_report_adjustment_by on ledger_report_adjustment (adjusted_by);

-- What happened in a week is looked for by its day.
create index stage_change_day on stage_change (changed_at);
