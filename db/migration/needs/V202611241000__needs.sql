create table need (
    id uuid primary key,
    number text not null unique,
    organization_id uuid not null references organization,
    created_by uuid not null references account,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'PUBLISHED', 'EXPIRED', 'MET', 'WITHDRAWN')),
    direction text not null check (direction in ('OFFER', 'SEEK')),
    kind text not null check (kind in ('STRENGTHEN', 'FILL', 'EXTEND')),
    subject text not null check (subject in ('PRODUCT', 'SITE', 'CAPACITY', 'TECHNOLOGY', 'CAPITAL', 'RESOURCE')),
    resource text check (resource in ('MEDICAL', 'TALENT', 'POLICY')),
    title text not null default '',
    title_en text not null default '',
    description text not null default '',
    chain_id uuid references industry_chain,
    node_id uuid references chain_node,
    region_code text references region,
    function text check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    amount_yuan numeric(18, 2) check (amount_yuan > 0),
    quantity numeric(16, 2) check (quantity > 0),
    quantity_unit text not null default '',
    site_area_sqm numeric(16, 2) check (site_area_sqm > 0),
    floor_height_m numeric(6, 2) check (floor_height_m > 0),
    floor_load_t numeric(6, 2) check (floor_load_t > 0),
    power_kva numeric(10, 0) check (power_kva > 0),
    tenure text check (tenure in ('RENT', 'SALE', 'EITHER')),
    policy_number text not null default '',
    policy_valid_until date,
    anonymous boolean not null default false,
    expires_on date,
    submitted_at timestamptz,
    published_at timestamptz,
    closed_at timestamptz,
    expiry_noticed_on date,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    check ((subject = 'RESOURCE') = (resource is not null)),
    check (state <> 'PUBLISHED' or (published_at is not null and expires_on is not null))
);
create index need_public on need (published_at desc, id desc) where state = 'PUBLISHED';
create index need_organization on need (organization_id, state);
create index need_queue on need (submitted_at) where state = 'SUBMITTED';
create index need_expiry on need (expires_on) where state = 'PUBLISHED';
create index need_chain on need (chain_id);
create index need_node on need (node_id);
create index need_region on need (region_code);
create index need_created_by on need (created_by);
create index need_title on need using gin (title gin_trgm_ops);

create table need_change (
    id uuid primary key,
    need_id uuid not null references need,
    from_state text,
    to_state text not null,
    reason text not null default '',
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index need_change_need on need_change (need_id, changed_at);
create index need_change_by on need_change (changed_by);
