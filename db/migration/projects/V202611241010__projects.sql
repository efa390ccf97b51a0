create table project (
    id uuid primary key,
    number text not null unique,
    alliance_id uuid not null references alliance,
    holder_office_id uuid not null references organization,
    organization_id uuid references organization,
    name text not null check (length(name) between 2 and 120),
    name_en text not null default '',
    summary text not null default '',
    public_summary text not null default '',
    public_summary_en text not null default '',
    chain_id uuid references industry_chain,
    node_id uuid references chain_node,
    publication text not null check (publication in ('INTERNAL', 'PROPOSED', 'PUBLISHED')),
    published_at timestamptz,
    created_by uuid not null references account,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0
);
comment on column project.organization_id is 'the investing enterprise';
create index project_holder on project (holder_office_id);
create index project_organization on project (organization_id);
create index project_chain on project (chain_id);
create index project_node on project (node_id);
create index project_alliance on project (alliance_id, created_at desc, id desc);
create index project_created_by on project (created_by);
create index project_public on project (published_at desc, id desc) where publication = 'PUBLISHED';

create table project_site (
    id uuid primary key,
    project_id uuid not null references project,
    function text not null check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    region_code text not null references region,
    park_id uuid references park,
    office_id uuid not null references organization,
    responsible_account_id uuid references account,
    area_sqm numeric(16, 2) check (area_sqm > 0),
    amount_yuan numeric(18, 2) check (amount_yuan > 0),
    stage text not null check (stage in ('PLANNED', 'NEGOTIATING', 'SIGNED', 'STARTED', 'PRODUCING')),
    signed_on date,
    started_on date,
    note text not null default '',
    position int not null default 0,
    version bigint not null default 0
);
create index project_site_project on project_site (project_id, position);
create index project_site_region on project_site (region_code);
create index project_site_park on project_site (park_id);
create index project_site_office on project_site (office_id);
create index project_site_responsible on project_site (responsible_account_id);

-- One yes for each site's office (its lead) and one for the enterprise; a change of the public text begins anew.
create table project_consent (
    id uuid primary key,
    project_id uuid not null references project,
    organization_id uuid not null references organization,
    given_by uuid not null references account,
    given_at timestamptz not null,
    withdrawn_at timestamptz
);
create unique index project_consent_open on project_consent (project_id, organization_id) where withdrawn_at is null;
create index project_consent_organization on project_consent (organization_id);
create index project_consent_by on project_consent (given_by);

create table project_change (
    id uuid primary key,
    project_id uuid not null references project,
    site_id uuid references project_site,
    what text not null,
    detail text not null default '',
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index project_change_project on project_change (project_id, changed_at);
create index project_change_site on project_change (site_id);
create index project_change_by on project_change (changed_by);
