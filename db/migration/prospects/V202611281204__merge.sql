-- Two records of one enterprise become one: nothing is copied or lost. The one that is merged ends as a duplicate and its
-- history is read with the other's; what moved is noted, so that it can go back for thirty days.
alter table prospect add merged_into uuid references prospect;
alter table prospect add constraint prospect_merged_elsewhere check (merged_into <> id);
create index prospect_merged on prospect (merged_into);

create table prospect_merge (
    id uuid primary key,
    kept_id uuid not null references prospect,
    merged_id uuid not null references prospect,
    office_id uuid not null references organization,
    steps uuid[] not null,
    partners uuid[] not null,
    contacts uuid[] not null,
    made_by uuid not null references account,
    made_at timestamptz not null,
    undone_by uuid references account,
    undone_at timestamptz
);
comment on column prospect_merge.steps is 'open steps that moved to the kept prospect';
comment on column prospect_merge.partners is 'offices that take part in the kept prospect only through this merge';
create unique index prospect_merge_once on prospect_merge (merged_id) where undone_at is null;
create index prospect_merge_kept on prospect_merge (kept_id);
create index prospect_merge_merged on prospect_merge (merged_id);
create index prospect_merge_office on prospect_merge (office_id, made_at desc);
create index prospect_merge_by on prospect_merge (made_by);
create index prospect_merge_undone_by on prospect_merge (undone_by);

create table prospect_distinct (
    first_id uuid not null references prospect,
    second_id uuid not null references prospect,
    said_by uuid not null references account,
    said_at timestamptz not null,
    primary key (first_id, second_id),
    check (first_id < second_id)
);
comment on table prospect_distinct is 'pairs that somebody looked at: no duplicates';
create index prospect_distinct_second on prospect_distinct (second_id);
create index prospect_distinct_by on prospect_distinct (said_by);
