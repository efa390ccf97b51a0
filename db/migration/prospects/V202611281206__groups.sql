-- 产业组团: an association brings several enterprises with one matter and one authorisation. Each confirms by its own link;
-- until then its contact is read by nobody, afterwards it stands among the contacts of the office and not here.
create table prospect_group (
    id uuid primary key,
    association_id uuid not null references organization,
    office_id uuid not null references organization,
    matter text not null check (length(matter) between 2 and 80),
    message text not null default '' check (length(message) <= 500),
    file_id uuid not null references stored_file,
    token text not null unique,
    sent_by uuid not null references account,
    sent_at timestamptz not null
);
comment on column prospect_group.token is 'names this one filling-in: a second click sends nothing twice';
create index prospect_group_association on prospect_group (association_id, sent_at desc);
create index prospect_group_office on prospect_group (office_id, sent_at desc);
create index prospect_group_file on prospect_group (file_id);
create index prospect_group_by on prospect_group (sent_by);

create table prospect_group_member (
    id uuid primary key,
    group_id uuid not null references prospect_group,
    position smallint not null,
    name text not null check (length(name) between 2 and 120),
    uscc text,
    contact_name text not null default '',
    reach text not null default '',
    token_hash text not null unique,
    state text not null default 'ASKED' check (state in ('ASKED', 'CONFIRMED', 'KNOWN', 'DECLINED')),
    answered_at timestamptz,
    prospect_id uuid references prospect
);
comment on column prospect_group_member.state is 'KNOWN: confirmed, but an office follows this matter of the enterprise already';
create index prospect_group_member_group on prospect_group_member (group_id, position);
create index prospect_group_member_prospect on prospect_group_member (prospect_id);
create index prospect_group_member_reach on prospect_group_member (lower(reach)) where reach <> '';
