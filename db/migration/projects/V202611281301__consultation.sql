-- 项目会商: what is asked, who answered, what was recorded. An answer that is missing is missing: silence is never consent.
create sequence consultation_number;

create table consultation (
    id uuid primary key,
    number text not null unique,
    project_id uuid not null references project,
    kind text not null check (kind in ('REVIEW', 'HANDOVER')),
    question text not null check (length(question) between 4 and 2000),
    site_id uuid references project_site on delete set null,
    to_region_code text references region,
    to_office_id uuid references organization,
    state text not null check (state in ('OPEN', 'RECORDED', 'WITHDRAWN')),
    outcome text check (outcome in ('AGREED', 'AMENDED', 'NOT_AGREED')),
    disagreed_at timestamptz,
    due_on date not null,
    office_id uuid not null references organization,
    proposed_by uuid not null references account,
    proposed_at timestamptz not null,
    paper text check (paper in ('MINUTES', 'LETTER')),
    paper_number text not null default '',
    paper_on date,
    file_id uuid references stored_file,
    conclusion text not null default '',
    recorded_by uuid references account,
    recorded_office_id uuid references organization,
    recorded_at timestamptz,
    version bigint not null default 0,
    check ((kind = 'HANDOVER') = (to_office_id is not null and to_region_code is not null)),
    check ((state = 'RECORDED') = (outcome is not null and paper is not null and recorded_at is not null))
);
comment on column consultation.outcome is 'follows from the answers; nobody chooses it';
comment on column consultation.disagreed_at is 'when the first 暂不同意 was given: both coordinating offices are told';
comment on column consultation.site_id is 'HANDOVER: the site that goes to another region';
create unique index consultation_open on consultation (project_id) where state = 'OPEN';
create index consultation_project on consultation (project_id, proposed_at desc);
create index consultation_list on consultation (proposed_at desc, id desc);
create index consultation_due on consultation (due_on) where state = 'OPEN';
create index consultation_site on consultation (site_id);
create index consultation_to_region on consultation (to_region_code);
create index consultation_to_office on consultation (to_office_id);
create index consultation_office on consultation (office_id);
create index consultation_proposed_by on consultation (proposed_by);
create index consultation_file on consultation (file_id);
create index consultation_recorded_by on consultation (recorded_by);
create index consultation_recorded_office on consultation (recorded_office_id);

create table consultation_party (
    consultation_id uuid not null references consultation,
    organization_id uuid not null references organization,
    draft_answer text check (draft_answer in ('AGREE', 'AMEND', 'REFUSE')),
    draft_text text not null default '',
    drafted_by uuid references account,
    drafted_at timestamptz,
    answer text check (answer in ('AGREE', 'AMEND', 'REFUSE')),
    answer_text text not null default '',
    answered_by uuid references account,
    answered_at timestamptz,
    reminded smallint not null default 0,
    primary key (consultation_id, organization_id),
    check ((answer is null) = (answered_at is null)),
    check (answer is null or answer = 'AGREE' or length(answer_text) > 1)
);
comment on column consultation_party.reminded is 'how far a reminder has climbed inside the own side: 1 the office, 2 its lead, 3 the office that coordinates the side';
create index consultation_party_organization on consultation_party (organization_id);
create index consultation_party_drafted_by on consultation_party (drafted_by);
create index consultation_party_answered_by on consultation_party (answered_by);

-- Only appended.
create table consultation_step (
    id uuid primary key,
    consultation_id uuid not null references consultation,
    organization_id uuid references organization,
    what text not null check (what in ('PROPOSED', 'DRAFTED', 'GIVEN', 'RECORDED', 'WITHDRAWN')),
    answer text,
    text text not null default '',
    done_by uuid references account,
    done_at timestamptz not null
);
create index consultation_step_consultation on consultation_step (consultation_id, done_at);
create index consultation_step_organization on consultation_step (organization_id);
create index consultation_step_by on consultation_step (done_by);

-- A region may sign its own site alone: the project is then no longer marked 联合项目.
alter table project_site add column alone_on date, add column alone_reason text not null default '';
comment on column project_site.alone_on is 'signed alone on this day, without what all had agreed';
