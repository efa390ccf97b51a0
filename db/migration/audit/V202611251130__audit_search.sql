-- What the auditor searches by: an organisation, one record's whole story, a word in what was done.
create index audit_entry_organization on audit_entry (organization_id, at desc);
create index audit_entry_record on audit_entry (entity_id, at desc) where entity_id is not null;
create index audit_entry_words on audit_entry using gin ((subject || ' ' || detail) gin_trgm_ops);

-- Who took the request down: the person, or an administrator for whoever wrote or called.
alter table personal_data_request add recorded_by uuid references account;
alter table personal_data_request add version bigint not null default 0;
create index personal_data_request_recorded_by on personal_data_request (recorded_by);
create index personal_data_request_received on personal_data_request (received_at desc, id desc);
