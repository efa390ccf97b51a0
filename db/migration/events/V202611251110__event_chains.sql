-- What an event is about: the chains whose pages it belongs to.
create table event_chain (
    event_id uuid not null references event,
    chain_id uuid not null references industry_chain,
    primary key (event_id, chain_id)
);
create index event_chain_chain on event_chain (chain_id);
