-- Since which version of its project or site a field is as it is: who edits an older one sees what others changed.
alter table project_change add column at_version bigint;
-- Filters are kept under a name in the library as they are in the ledger.
alter table ledger_view drop constraint ledger_view_surface_check;
alter table ledger_view add constraint ledger_view_surface_check check (surface in ('list', 'board', 'calendar', 'projects'));
