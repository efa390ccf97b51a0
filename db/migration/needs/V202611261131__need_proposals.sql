-- A need that came out of the chain map stays traceable to what proposed it: the node, the kind, and the evidence of that day.
create table need_proposal (
    need_id uuid primary key references need,
    organization_id uuid not null references organization,
    node_id uuid not null references chain_node,
    kind text not null check (kind in ('STRENGTHEN', 'FILL', 'EXTEND')),
    evidence text not null check (length(evidence) <= 2000),
    proposed_at timestamptz not null,
    proposed_by uuid not null references account
);
create index need_proposal_node on need_proposal (node_id, kind);
create index need_proposal_organization on need_proposal (organization_id);
create index need_proposal_by on need_proposal (proposed_by);
