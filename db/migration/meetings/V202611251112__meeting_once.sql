-- A form sent twice makes one meeting.
alter table meeting add column token text unique check (length(token) between 16 and 64);
-- Lists run by the time of the meeting, newest first.
create index meeting_list on meeting (held_at desc, id desc);
