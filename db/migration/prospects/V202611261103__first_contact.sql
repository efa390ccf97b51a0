-- 首报首谈: which office reported an enterprise and really talked to it first about a matter.
alter table prospect add protected_since timestamptz;
alter table prospect add protected_until date;
alter table prospect add protection_warned_on date;
alter table prospect add constraint prospect_protection_whole check ((protected_since is null) = (protected_until is null));
alter table prospect add constraint prospect_protection_never_imported check (protected_since is null or source <> 'IMPORT');
-- However many report in the same instant, one office alone is protected.
create unique index prospect_protected on prospect (alliance_id, organization_id, lower(regexp_replace(matter, '\s', '', 'g')))
    where protected_until is not null and status in ('OPEN', 'PAUSED');
create index prospect_protection_ends on prospect (protected_until) where protected_until is not null;

alter table prospect_change drop constraint prospect_change_what_check;
alter table prospect_change add constraint prospect_change_what_check
    check (what in ('ASSIGNED', 'HANDED', 'JOINED', 'LEFT', 'SHARED', 'ATTENDED', 'EDITED', 'INTENT', 'PROJECT', 'REMINDED', 'PROTECTED', 'LAPSED'));
