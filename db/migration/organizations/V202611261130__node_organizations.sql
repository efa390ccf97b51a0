-- Who stands at a node of a chain: who chose it, and whose product the catalogue puts there. One place for lists and maps.
create view node_organization as
select node_id, organization_id from organization_node
union
select p.node_id, o.organization_id from product p join product_name n on n.product_id = p.id
  join organization_product o on o.key = n.key where p.node_id is not null;
