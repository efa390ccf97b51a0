-- Two administrators may edit the same record: the later one is told, and loses no text.
alter table region add version bigint not null default 0;
alter table park add version bigint not null default 0;
alter table industry_chain add version bigint not null default 0;
alter table chain_node add version bigint not null default 0;
alter table alliance add version bigint not null default 0;
