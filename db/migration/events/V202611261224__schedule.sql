-- Schedules of an event's one-to-one meetings. At most one is being computed and at most one is published: both by index.
create table event_schedule (
    id uuid primary key,
    event_id uuid not null references event,
    number int not null,
    state text not null check (state in ('COMPUTING', 'READY', 'PUBLISHED', 'REPLACED', 'FAILED')),
    repairs uuid references event_schedule,
    note text not null default '',
    started_at timestamptz not null,
    started_by uuid not null references account,
    told_at timestamptz not null,
    finished_at timestamptz,
    published_at timestamptz,
    published_by uuid references account,
    weight int not null default 0,
    weight_bound int not null default 0,
    missing int not null default 0,
    breaks int not null default 0,
    breaks_bound int not null default 0,
    table_changes int not null default 0,
    problems text[] not null default '{}',
    unique (event_id, number),
    check ((state = 'COMPUTING') = (finished_at is null))
);
create unique index event_schedule_computing on event_schedule (event_id) where state = 'COMPUTING';
create unique index event_schedule_published on event_schedule (event_id) where state = 'PUBLISHED';
create index event_schedule_event on event_schedule (event_id, started_at);
create index event_schedule_repairs on event_schedule (repairs);
create index event_schedule_started_by on event_schedule (started_by);
create index event_schedule_published_by on event_schedule (published_by);

-- A wish of two guests in a schedule: held in a slot at a table, or not, and then why not.
create table event_meeting (
    id uuid primary key,
    schedule_id uuid not null references event_schedule,
    first_guest uuid not null references event_guest,
    second_guest uuid not null references event_guest,
    weight int not null check (weight > 0),
    pinned boolean not null default false,
    slot_id uuid references event_slot,
    table_id uuid references event_table,
    cause text,
    instead uuid[] not null default '{}',
    unique (schedule_id, first_guest, second_guest),
    unique (schedule_id, slot_id, table_id),
    unique (schedule_id, slot_id, first_guest),
    unique (schedule_id, slot_id, second_guest),
    check ((slot_id is null) = (table_id is null)),
    check ((slot_id is null) = (cause is not null)),
    check (first_guest < second_guest)
);
create index event_meeting_first on event_meeting (first_guest);
create index event_meeting_second on event_meeting (second_guest);
create index event_meeting_slot on event_meeting (slot_id);
create index event_meeting_table on event_meeting (table_id);

-- What the hosts insist on: two guests meet in a slot, or they do not meet.
create table event_pin (
    event_id uuid not null references event,
    first_guest uuid not null references event_guest,
    second_guest uuid not null references event_guest,
    slot_id uuid references event_slot on delete cascade,
    set_by uuid not null references account,
    set_at timestamptz not null,
    primary key (first_guest, second_guest),
    check (first_guest < second_guest)
);
comment on column event_pin.slot_id is 'where they must meet; nothing where they must not meet at all';
create index event_pin_event on event_pin (event_id);
create index event_pin_second on event_pin (second_guest);
create index event_pin_slot on event_pin (slot_id);
create index event_pin_set_by on event_pin (set_by);

-- When a guest is not there: from a slot on (no-show, left), or until a slot (late).
create table event_absence (
    guest_id uuid primary key references event_guest,
    kind text not null check (kind in ('NO_SHOW', 'LATE')),
    slot int not null check (slot >= 0),
    noted_at timestamptz not null,
    noted_by uuid not null references account
);
create index event_absence_noted_by on event_absence (noted_by);

-- How a meeting ended, as each of the two says; the first who says that they met makes the meeting of the log.
create table event_outcome (
    event_id uuid not null references event,
    first_guest uuid not null references event_guest,
    second_guest uuid not null references event_guest,
    by_guest uuid not null references event_guest,
    outcome text not null check (outcome in ('PROMISING', 'CONTINUE', 'NO_INTEREST', 'MISSED')),
    next_step text not null default '',
    told_at timestamptz not null,
    primary key (first_guest, second_guest, by_guest),
    check (by_guest in (first_guest, second_guest))
);
create index event_outcome_event on event_outcome (event_id);
create index event_outcome_second on event_outcome (second_guest);
create index event_outcome_by on event_outcome (by_guest);

create table event_result (
    event_id uuid not null references event,
    first_guest uuid not null references event_guest,
    second_guest uuid not null references event_guest,
    meeting_id uuid not null unique references meeting,
    prospect_id uuid references prospect,
    primary key (first_guest, second_guest)
);
create index event_result_event on event_result (event_id);
create index event_result_second on event_result (second_guest);
create index event_result_prospect on event_result (prospect_id);
