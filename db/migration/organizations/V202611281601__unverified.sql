-- Whom a visitor names in an intent is nobody's knowledge until an office has verified it: it is not shown to all offices.
alter table organization add column unverified boolean not null default false;
update organization o set unverified = true where o.status = 'KNOWN' and o.created_by is null
   and exists (select from intent i where i.organization_id = o.id and i.state in ('UNVERIFIED', 'UNASSIGNED'));
