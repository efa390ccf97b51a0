-- One spelling of a product's name: full and half width, case, spaces, brackets and dashes do not tell products apart.
create function product_key(name text) returns text language sql immutable strict parallel safe
    return regexp_replace(lower(normalize(name, NFKC)), '[[:space:]()\[\]{}<>《》【】「」·・.,，。、''"“”‘’_/\\-]', '', 'g');

create table product (
    id uuid primary key,
    name text not null check (length(name) between 1 and 60),
    node_id uuid references chain_node,
    created_at timestamptz not null,
    created_by uuid,
    version bigint not null default 0
);
create index product_node on product (node_id);
create index product_name_trgm on product using gin (name gin_trgm_ops);

-- Every name by which a product is known, its own among them: no name ever means two products.
create table product_name (
    key text primary key check (key <> ''),
    product_id uuid not null references product on delete cascade,
    name text not null check (length(name) between 1 and 60)
);
create index product_name_product on product_name (product_id);

-- SUPPLIES: what the first is goes into the second (上游材料, and 下游产品 the other way round).
-- INCLUDES: the second is a kind of the first (产品小类).
create table product_edge (
    from_id uuid not null references product on delete cascade,
    to_id uuid not null references product on delete cascade,
    relation text not null check (relation in ('SUPPLIES', 'INCLUDES')),
    created_at timestamptz not null,
    created_by uuid,
    primary key (from_id, to_id, relation),
    check (from_id <> to_id)
);
create index product_edge_to on product_edge (to_id);

-- Who changed what: appended only. An import is one line with its counts, and one line for each product it brought.
create table product_change (
    id uuid primary key,
    product_id uuid,
    product text not null,
    action text not null check (action in ('ADDED', 'RENAMED', 'NODE', 'ALIAS_ADDED', 'ALIAS_REMOVED', 'EDGE_ADDED', 'EDGE_REMOVED', 'REMOVED', 'IMPORTED')),
    detail text not null default '',
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index product_change_product on product_change (product_id, changed_at desc);
create index product_change_at on product_change (changed_at desc);
create index product_change_by on product_change (changed_by);
