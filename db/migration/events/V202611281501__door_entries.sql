-- Check-ins made while the connection was down: the id is made on the staff's device, so that sending twice counts once,
-- also where the check-in was taken back meanwhile.
create table event_door_entry (
    id uuid primary key,
    guest_id uuid not null references event_guest,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    received_from uuid not null references account
);
create index event_door_entry_guest on event_door_entry (guest_id);
create index event_door_entry_received_from on event_door_entry (received_from);
