-- Who comes. A confirmed guest holds a seat; event.seats_taken counts them and the database checks it against the capacity.
alter table event add column last_guest_number int not null default 0;

create table event_guest (
    id uuid primary key,
    event_id uuid not null references event,
    number int not null,
    organization_id uuid references organization,
    organization_name text not null,
    account_id uuid references account,
    brought_by uuid references organization,
    name text not null,
    position text not null default '',
    phone text not null,
    email text not null default '',
    region_code text references region,
    chain_id uuid references industry_chain,
    about text not null default '',
    source text not null check (source in ('FORM', 'MEMBER', 'GROUP', 'STAFF', 'IMPORT', 'WALK_IN')),
    state text not null check (state in ('INVITED', 'PENDING', 'WAITING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
    english boolean not null default false,
    link_generation int not null default 0,
    consent_id uuid references consent,
    registered_at timestamptz not null,
    link_sent_at timestamptz,
    waiting_since timestamptz,
    decided_at timestamptz,
    decided_by uuid references account,
    reason text not null default '',
    checked_in_at timestamptz,
    checked_in_by uuid references account,
    version bigint not null default 0,
    unique (event_id, number),
    check ((state = 'WAITING') = (waiting_since is not null)),
    check (checked_in_at is null or state = 'CONFIRMED')
);
create unique index event_guest_once on event_guest (event_id, phone) where state not in ('REJECTED', 'CANCELLED');
create index event_guest_list on event_guest (event_id, state, number);
create index event_guest_waiting on event_guest (event_id, waiting_since) where state = 'WAITING';
create index event_guest_organization on event_guest (organization_id);
create index event_guest_account on event_guest (account_id);
create index event_guest_brought_by on event_guest (brought_by);
create index event_guest_region on event_guest (region_code);
create index event_guest_chain on event_guest (chain_id);
create index event_guest_consent on event_guest (consent_id);
create index event_guest_decided_by on event_guest (decided_by);
create index event_guest_checked_in_by on event_guest (checked_in_by);
create index event_guest_phone on event_guest (phone);
create index event_guest_email on event_guest (lower(email)) where email <> '';

create table event_answer (
    guest_id uuid not null references event_guest,
    question_id uuid not null references event_question,
    text text not null,
    primary key (guest_id, question_id)
);
create index event_answer_question on event_answer (question_id);

-- What a confirmed guest wants changed: it waits for the hosts. One at a time.
create table event_guest_change (
    id uuid primary key,
    guest_id uuid not null references event_guest,
    organization_name text not null,
    name text not null,
    position text not null,
    phone text not null,
    email text not null,
    about text not null,
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references account,
    accepted boolean
);
create unique index event_guest_change_open on event_guest_change (guest_id) where decided_at is null;
create index event_guest_change_guest on event_guest_change (guest_id);
create index event_guest_change_decided_by on event_guest_change (decided_by);
