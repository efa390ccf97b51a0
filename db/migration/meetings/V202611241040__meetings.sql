create table meeting (
    id uuid primary key,
    number text not null unique,
    alliance_id uuid not null references alliance,
    office_id uuid not null references organization,
    organization_id uuid not null references organization,
    prospect_id uuid references prospect,
    need_id uuid references need,
    project_id uuid references project,
    event_id uuid,
    held_at timestamptz not null,
    online boolean not null default false,
    place text not null default '',
    outcome text not null check (outcome in ('PROMISING', 'CONTINUE', 'NO_INTEREST', 'OTHER')),
    minutes text not null default '',
    minutes_shared boolean not null default false,
    next_step text not null default '',
    next_owner_id uuid references account,
    next_due_on date,
    logged_by uuid not null references account,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0
);
create index meeting_office on meeting (office_id, held_at desc);
create index meeting_organization on meeting (organization_id, held_at desc);
create index meeting_alliance on meeting (alliance_id, held_at desc);
create index meeting_prospect on meeting (prospect_id);
create index meeting_need on meeting (need_id);
create index meeting_project on meeting (project_id);
create index meeting_event on meeting (event_id);
create index meeting_next_owner on meeting (next_owner_id);
create index meeting_logged_by on meeting (logged_by);
alter table follow_up add foreign key (meeting_id) references meeting;

create table meeting_party (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    organization_id uuid not null references organization,
    people text not null default '',
    unique (meeting_id, organization_id)
);
create index meeting_party_organization on meeting_party (organization_id);
