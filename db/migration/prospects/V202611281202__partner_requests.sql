-- 配合 is agreed by both: the holder invites and the office agrees, or an office asks and the holder agrees. Silence joins nobody.
create table partner_request (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    office_id uuid not null references organization,
    invited boolean not null,
    function text check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    note text not null default '' check (length(note) <= 200),
    asked_by uuid not null references account,
    asked_at timestamptz not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'AGREED', 'REFUSED', 'WITHDRAWN')),
    answered_by uuid references account,
    answered_at timestamptz
);
comment on column partner_request.invited is 'the holder invites, the office answers; else the office asks, the holder answers';
create unique index partner_request_open on partner_request (prospect_id, office_id) where state = 'OPEN';
create index partner_request_prospect on partner_request (prospect_id);
create index partner_request_office on partner_request (office_id, asked_at desc);
create index partner_request_asked_by on partner_request (asked_by);
create index partner_request_answered_by on partner_request (answered_by);
