create table region (
    code text primary key check (code ~ '^[0-9]{6}$'),
    parent_code text references region,
    name_zh text not null,
    name_en text not null,
    short_zh text not null,
    short_en text not null,
    functions text[] not null default '{}',
    known_for_zh text not null default '',
    known_for_en text not null default '',
    position int not null default 0,
    active boolean not null default true
);
create index region_parent on region (parent_code);
comment on column region.functions is 'SiteFunction names: RESEARCH, PILOT, PRODUCTION, SUPPORT';

create table alliance (
    id uuid primary key,
    code text not null unique,
    name_zh text not null,
    name_en text not null,
    joint_office_id uuid
);

create table alliance_side (
    alliance_id uuid not null references alliance,
    code text not null,
    name_zh text not null,
    name_en text not null,
    coordinating_office_id uuid,
    position int not null,
    primary key (alliance_id, code)
);

-- A region takes its children along; a region stands on one side of an alliance only.
create table alliance_region (
    alliance_id uuid not null,
    region_code text not null references region,
    side text not null,
    primary key (alliance_id, region_code),
    foreign key (alliance_id, side) references alliance_side (alliance_id, code)
);
create index alliance_region_region on alliance_region (region_code);
create index alliance_region_side on alliance_region (alliance_id, side);

create table park (
    id uuid primary key,
    region_code text not null references region,
    name_zh text not null,
    name_en text not null,
    address text not null default '',
    area_sqm numeric(16, 2) check (area_sqm > 0),
    focus_zh text not null default '',
    focus_en text not null default '',
    active boolean not null default true,
    unique (region_code, name_zh)
);

create table industry_chain (
    id uuid primary key,
    code text not null unique,
    name_zh text not null,
    name_en text not null,
    summary_zh text not null default '',
    summary_en text not null default '',
    origin text not null default 'LOCAL' check (origin in ('ARTICLE', 'SIX_CHAINS', 'FIVE_CLUSTERS', 'LOCAL')),
    position int not null default 0,
    active boolean not null default true
);

create table chain_node (
    id uuid primary key,
    chain_id uuid not null references industry_chain,
    code text not null unique,
    name_zh text not null,
    name_en text not null,
    stream text not null check (stream in ('UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM')),
    note_zh text not null default '',
    note_en text not null default '',
    position int not null default 0,
    active boolean not null default true,
    unique (chain_id, name_zh)
);
create index chain_node_chain on chain_node (chain_id, position);

-- Edges run upstream to downstream and may cross chains.
create table chain_edge (
    upstream_id uuid not null references chain_node,
    downstream_id uuid not null references chain_node,
    primary key (upstream_id, downstream_id),
    check (upstream_id <> downstream_id)
);
create index chain_edge_downstream on chain_edge (downstream_id);

-- GB/T 4754-2017: sections (one letter) and divisions (two digits).
create table industry_code (
    code text primary key,
    parent_code text references industry_code,
    name_zh text not null,
    name_en text not null
);
create index industry_code_parent on industry_code (parent_code);
