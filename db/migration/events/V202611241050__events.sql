create table event (
    id uuid primary key,
    number text not null unique,
    kind text not null check (kind in ('MATCHMAKING', 'PROMOTION', 'SIGNING')),
    name_zh text not null,
    name_en text not null default '',
    summary_zh text not null default '',
    summary_en text not null default '',
    region_code text references region,
    place_zh text not null default '',
    place_en text not null default '',
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity int check (capacity > 0),
    published boolean not null default false,
    created_by uuid references account,
    created_at timestamptz not null,
    version bigint not null default 0,
    check (ends_at > starts_at)
);
create index event_when on event (starts_at desc) where published;
create index event_region on event (region_code);
create index event_created_by on event (created_by);
alter table meeting add foreign key (event_id) references event;

create table event_host (
    event_id uuid not null references event,
    organization_id uuid not null references organization,
    role text not null check (role in ('HOST', 'CO_HOST')),
    position int not null default 0,
    primary key (event_id, organization_id)
);
create index event_host_organization on event_host (organization_id);
