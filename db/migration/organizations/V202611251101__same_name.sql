-- The same name, however it is spaced and bracketed, is looked for before an enterprise is noted twice.
create index organization_same_name on organization (lower(regexp_replace(name, '[\s()（）]', '', 'g'))) where kind = 'ENTERPRISE';
