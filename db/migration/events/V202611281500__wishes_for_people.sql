-- What an association or office chose for its guest where the guest himself would rather not: kept, so that who chooses
-- for him reads his own choice again and learns nothing.
alter table event_wish add column for_them text check (for_them in ('MUST', 'WOULD')),
    add constraint event_wish_for_them check (for_them is null or kind = 'RATHER_NOT');
