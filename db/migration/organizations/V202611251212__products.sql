-- What an enterprise makes is linked to the catalogue by the name's spelling: a new alias links all who use it at once.
alter table organization_product add column key text generated always as (product_key(name)) stored;
create index organization_product_key on organization_product (key);

alter table organization add column industry_text text not null default '';
comment on column organization.industry_text is 'the industry in the words of the source, where it is not by GB/T 4754';
create index organization_enterprise_name on organization (lower(regexp_replace(name, '[\s()（）]', '', 'g')))
    where kind = 'ENTERPRISE';
