-- What a guest thinks of the event: three questions, once, and may be corrected.
create table event_feedback (
    guest_id uuid primary key references event_guest,
    worth int not null check (worth between 1 and 5),
    found text not null check (found in ('YES', 'SOME', 'NO')),
    words text not null default '',
    given_at timestamptz not null
);
