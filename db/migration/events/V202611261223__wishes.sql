-- Whom a guest wants to meet. A "rather not" is read by the guest himself and by the scheduler, by nobody else.
create table event_wish (
    event_id uuid not null references event,
    from_guest uuid not null references event_guest,
    to_guest uuid not null references event_guest,
    kind text not null check (kind in ('MUST', 'WOULD', 'RATHER_NOT')),
    wished_at timestamptz not null,
    primary key (from_guest, to_guest),
    check (from_guest <> to_guest)
);
create index event_wish_event on event_wish (event_id);
create index event_wish_to on event_wish (to_guest);
