-- An appointment that a mail brings along, as a calendar file (RFC 5545); empty where there is none.
alter table outbox_message add column calendar text not null default '';
