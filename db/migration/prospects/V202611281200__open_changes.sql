-- What may stand in the timeline is the list of the program alone: a second list here had to be repeated with each new kind.
alter table prospect_change drop constraint prospect_change_what_check;
alter table prospect_change add constraint prospect_change_what_check check (what ~ '^[A-Z_]{3,30}$');
