-- A listed enterprise is looked for by its securities code.
alter table organization add column stock_code text check (stock_code ~ '^[0-9A-Z]{4,10}$');
create index organization_stock_code on organization (stock_code);
