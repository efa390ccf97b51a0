create table organization (
    id uuid primary key,
    kind text not null check (kind in ('OFFICE', 'DEPARTMENT', 'ASSOCIATION', 'ENTERPRISE', 'PARK')),
    name text not null check (length(name) between 2 and 120),
    name_en text not null default '',
    short_name text not null default '',
    uscc text unique check (uscc ~ '^[0-9ABCDEFGHJKLMNPQRTUWXY]{18}$'),
    region_code text references region,
    park_id uuid references park,
    parent_id uuid references organization,
    status text not null check (status in ('KNOWN', 'REGISTERED', 'SUSPENDED')),
    size text check (size in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
    industry_code text references industry_code,
    profile text not null default '',
    address text not null default '',
    website text not null default '',
    licence_file_id uuid references stored_file,
    platform_role text check (platform_role in ('OPERATOR')),
    created_at timestamptz not null,
    created_by uuid,
    registered_at timestamptz,
    version bigint not null default 0,
    check (kind <> 'DEPARTMENT' or parent_id is not null)
);
comment on column organization.status is 'KNOWN = 未入驻: no account yet; code and region may be missing';
create index organization_region on organization (region_code);
create index organization_park on organization (park_id);
create index organization_parent on organization (parent_id);
create index organization_industry on organization (industry_code);
create index organization_kind on organization (kind, status, id);
create index organization_licence on organization (licence_file_id);
create index organization_name on organization using gin (name gin_trgm_ops);
-- Two unregistered records without a code and with the same name would be one enterprise twice.
create unique index organization_known_name on organization (lower(regexp_replace(name, '[\s()（）]', '', 'g')))
    where uscc is null and kind = 'ENTERPRISE';

alter table alliance add foreign key (joint_office_id) references organization;
alter table alliance_side add foreign key (coordinating_office_id) references organization;
create index alliance_joint_office on alliance (joint_office_id);
create index alliance_side_office on alliance_side (coordinating_office_id);
alter table stored_file add foreign key (owner_organization_id) references organization;

create table organization_node (
    organization_id uuid not null references organization,
    node_id uuid not null references chain_node,
    primary key (organization_id, node_id)
);
create index organization_node_node on organization_node (node_id);

create table organization_product (
    organization_id uuid not null references organization,
    name text not null check (length(name) between 1 and 60),
    position int not null default 0,
    primary key (organization_id, name)
);

create table association_membership (
    id uuid primary key,
    association_id uuid not null references organization,
    member_id uuid not null references organization,
    state text not null check (state in ('INVITED', 'REQUESTED', 'AGREED', 'ENDED')),
    asked_at timestamptz not null,
    asked_by uuid,
    agreed_at timestamptz,
    agreed_by uuid,
    ended_at timestamptz
);
create unique index association_membership_one on association_membership (association_id, member_id) where state <> 'ENDED';
create index association_membership_member on association_membership (member_id);

-- A person's consent, by version of the text that was shown; withdrawn, never deleted.
create table consent (
    id uuid primary key,
    purpose text not null check (purpose in ('PRIVACY_NOTICE', 'CONTACT_TO_OFFICE', 'CONTACT_TO_OWNER', 'CONTACT_TO_OTHER_OFFICE', 'ACT_FOR_MEMBER')),
    notice_version text not null,
    given_by_name text not null,
    given_by_account uuid,
    organization_id uuid references organization,
    subject_kind text not null default '',
    subject_id uuid,
    given_at timestamptz not null,
    withdrawn_at timestamptz
);
create index consent_organization on consent (organization_id);
create index consent_subject on consent (subject_id);

create table contact (
    id uuid primary key,
    organization_id uuid not null references organization,
    name text not null check (length(name) between 1 and 60),
    title text not null default '',
    phone text not null default '',
    email text not null default '',
    source text not null check (source in ('REGISTRATION', 'INTENT', 'STAFF', 'EVENT', 'IMPORT')),
    source_note text not null default '',
    noticed_on date,
    consent_id uuid references consent,
    held_by_office_id uuid references organization,
    created_at timestamptz not null,
    created_by uuid,
    erased_at timestamptz,
    version bigint not null default 0
);
comment on column contact.noticed_on is 'the day on which the person was told that the portal holds these data (PIPL art. 17)';
create index contact_organization on contact (organization_id);
create index contact_consent on contact (consent_id);
create index contact_office on contact (held_by_office_id);
create index contact_phone on contact (phone);
