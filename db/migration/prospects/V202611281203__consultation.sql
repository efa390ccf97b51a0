-- 会商 on a disputed lead: every office concerned answers, silence is no consent; what they do not agree on goes to both
-- coordinating offices, and the joint office records what those two agreed.
create table lead_consultation (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    office_id uuid not null references organization,
    wish text not null check (wish in ('HOLDER_CHANGES', 'JOINS')),
    function text check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    reason text not null check (length(reason) between 2 and 500),
    asked_by uuid not null references account,
    asked_at timestamptz not null,
    due_on date not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ESCALATED', 'SETTLED', 'WITHDRAWN')),
    outcome text check (outcome in ('HOLDER_STAYS', 'HOLDER_CHANGES', 'JOINS')),
    document_number text not null default '' check (length(document_number) <= 80),
    file_id uuid references stored_file,
    settled_by uuid references account,
    settled_at timestamptz,
    check ((state = 'SETTLED') = (outcome is not null))
);
create unique index lead_consultation_open on lead_consultation (prospect_id) where state in ('OPEN', 'ESCALATED');
create index lead_consultation_prospect on lead_consultation (prospect_id);
create index lead_consultation_office on lead_consultation (office_id, asked_at desc);
create index lead_consultation_asked_by on lead_consultation (asked_by);
create index lead_consultation_file on lead_consultation (file_id);
create index lead_consultation_settled_by on lead_consultation (settled_by);

create table lead_consultation_answer (
    consultation_id uuid not null references lead_consultation,
    office_id uuid not null references organization,
    coordinating boolean not null,
    outcome text check (outcome in ('HOLDER_STAYS', 'HOLDER_CHANGES', 'JOINS')),
    opinion text not null default '' check (length(opinion) <= 500),
    drafted_by uuid references account,
    drafted_at timestamptz,
    confirmed_by uuid references account,
    confirmed_at timestamptz,
    primary key (consultation_id, office_id, coordinating),
    check (confirmed_at is null or outcome is not null)
);
comment on column lead_consultation_answer.confirmed_at is '经办 drafts, 科长 confirms: only then the office has answered';
create index lead_consultation_answer_office on lead_consultation_answer (office_id);
create index lead_consultation_answer_drafted_by on lead_consultation_answer (drafted_by);
create index lead_consultation_answer_confirmed_by on lead_consultation_answer (confirmed_by);
