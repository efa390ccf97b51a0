-- Derived: what a product's name means, in a byte per dimension, so that a start computes only new names.
create table product_vector (
    key text primary key,
    vector bytea not null check (octet_length(vector) = 512)
);
