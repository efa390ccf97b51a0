-- 诉求: what an enterprise asks for, the office that is to answer (责任单位), until when, and how it went.
create table enterprise_request (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    text text not null check (length(text) between 2 and 300),
    measure text not null default '' check (length(measure) <= 500),
    office_id uuid not null references organization,
    handler_id uuid references account,
    due_on date not null,
    state text not null check (state in ('WAITING', 'WORKING', 'ANSWERED')),
    asked_office_id uuid not null references organization,
    asked_by uuid not null references account,
    asked_at timestamptz not null,
    answered_at timestamptz,
    version bigint not null default 0,
    check ((state = 'ANSWERED') = (answered_at is not null))
);
comment on column enterprise_request.measure is '拟解决措施, and once answered the answer';
comment on column enterprise_request.handler_id is 'who of the responsible office took it last';
create index enterprise_request_prospect on enterprise_request (prospect_id, asked_at desc);
create index enterprise_request_office on enterprise_request (office_id, due_on) where state <> 'ANSWERED';
create index enterprise_request_office_all on enterprise_request (office_id, asked_at desc);
create index enterprise_request_asked on enterprise_request (asked_office_id, asked_at desc);
create index enterprise_request_asked_by on enterprise_request (asked_by);
create index enterprise_request_handler on enterprise_request (handler_id);

-- Its way, only appended.
create table enterprise_request_step (
    id uuid primary key,
    request_id uuid not null references enterprise_request,
    action text not null check (action in ('ASKED', 'WORK', 'ANSWER', 'REOPEN', 'REASSIGN')),
    note text not null default '',
    office_id uuid not null references organization,
    taken_by uuid not null references account,
    taken_at timestamptz not null
);
create index enterprise_request_step_request on enterprise_request_step (request_id, taken_at);
create index enterprise_request_step_office on enterprise_request_step (office_id);
create index enterprise_request_step_by on enterprise_request_step (taken_by);
