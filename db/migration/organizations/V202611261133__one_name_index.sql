-- The same index twice cost every imported row: organization_same_name stays.
drop index organization_enterprise_name;
