-- The versions of chains and nodes stand beside those of products: appended only, who changed what from what to what.
create table chain_change (
    id uuid primary key,
    entity text not null check (entity in ('CHAIN', 'NODE')),
    entity_id uuid not null,
    name text not null,
    action text not null check (action in ('CREATED', 'EDITED', 'MOVED', 'LINKED', 'UNLINKED')),
    detail text not null default '',
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index chain_change_at on chain_change (changed_at desc);
create index chain_change_entity on chain_change (entity_id, changed_at desc);
create index chain_change_by on chain_change (changed_by);

create view catalogue_change as
select id, 'PRODUCT' as entity, product_id as entity_id, product as name, action, detail, changed_by, changed_at from product_change
union all
select id, entity, entity_id, name, action, detail, changed_by, changed_at from chain_change;
