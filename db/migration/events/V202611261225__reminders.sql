-- A confirmed guest is reminded once, the day before.
alter table event_guest add column reminded_at timestamptz;
