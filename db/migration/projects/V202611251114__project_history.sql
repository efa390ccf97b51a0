-- A change of one field: what it was and what it became. The site's own words stay when the site goes.
alter table project_change
    add column field text not null default '',
    add column from_value text not null default '',
    add column to_value text not null default '';
