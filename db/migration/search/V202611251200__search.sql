-- What can be found, one row a record, written in the transaction that changes the record. The index is made from this.
create table search_entry (
    id uuid primary key,
    kind text not null check (kind in ('NEED', 'PROJECT', 'ORGANIZATION', 'EVENT', 'CHAIN', 'NODE', 'PRODUCT', 'INDUSTRY')),
    title text not null,
    title_en text not null default '',
    short_name text not null default '',
    note text not null default '',
    href text not null,
    codes text[] not null default '{}',
    keywords text[] not null default '{}',
    body text not null default '',
    places text[] not null default '{}',
    regions text[] not null default '{}',
    chains text[] not null default '{}',
    audience text[] not null check (cardinality(audience) > 0),
    dated_at timestamptz not null,
    stamp bigint not null
);
create index search_entry_kind on search_entry (kind, id);
comment on column search_entry.id is 'the record''s own id';
comment on column search_entry.regions is 'codes of the regions and of those above them';
comment on column search_entry.audience is 'who may find it: all, staff, signed-in, org:…, side:…; a reader holds some of these';
comment on column search_entry.stamp is 'digest of the row: index and table agree where it is the same';

-- Words that mean the same to people who search; an administrator edits them and they take effect at once.
create table search_synonym (
    id uuid primary key,
    word text not null check (length(word) between 1 and 40),
    means text[] not null check (cardinality(means) between 1 and 20),
    mutual boolean not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    version bigint not null default 0
);
create unique index search_synonym_word on search_synonym (lower(word));
create index search_synonym_by on search_synonym (updated_by);
comment on column search_synonym.mutual is 'false: who looks for the word also finds what it means, not the other way round';

-- Each making or checking of the index, with its progress and what it found astray.
create table search_run (
    id uuid primary key,
    reason text not null check (reason in ('START', 'NIGHT', 'ASKED', 'BROKEN')),
    started_at timestamptz not null,
    asked_by uuid,
    done int not null default 0,
    total int not null default 0,
    astray int not null default 0,
    finished_at timestamptz,
    outcome text not null default 'RUNNING' check (outcome in ('RUNNING', 'DONE', 'FAILED'))
);
create index search_run_started on search_run (started_at desc);
create index search_run_by on search_run (asked_by);
