-- What an event needs beside its announcement: registration, agenda, tables, slots, own questions.
-- link_key signs the personal links of its guests: 244 random bits that nobody reads.
alter table event
    add column registration text not null default 'CLOSED' check (registration in ('CLOSED', 'OPEN', 'APPROVAL')),
    add column registration_until timestamptz,
    add column wishes_until timestamptz,
    add column most_meetings int check (most_meetings between 1 and 60),
    add column seats_taken int not null default 0 check (seats_taken >= 0),
    add column link_key text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
    add constraint event_seats check (capacity is null or seats_taken <= capacity);

create table event_agenda_item (
    event_id uuid not null references event,
    position int not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    title_zh text not null,
    title_en text not null default '',
    primary key (event_id, position),
    check (ends_at > starts_at)
);

create table event_table (
    id uuid primary key,
    event_id uuid not null references event,
    position int not null,
    label text not null,
    lost_at timestamptz,
    unique (event_id, position),
    unique (event_id, label)
);

create table event_slot (
    id uuid primary key,
    event_id uuid not null references event,
    position int not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    unique (event_id, position),
    check (ends_at > starts_at)
);

create table event_question (
    id uuid primary key,
    event_id uuid not null references event,
    position int not null,
    text_zh text not null,
    text_en text not null default '',
    required boolean not null default false,
    retired boolean not null default false
);
create index event_question_event on event_question (event_id, position);

-- The meetings' times as the hosts wrote them, so that they find them again as they were.
alter table event
    add column meeting_times text not null default '',
    add column slot_minutes int check (slot_minutes between 5 and 180),
    add column pause_minutes int check (pause_minutes between 0 and 60);
