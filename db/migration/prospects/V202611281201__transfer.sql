-- 流转: a lead moves to a better-suited office, by its word; the enterprise's contact only with the enterprise's separate word.
create table prospect_transfer (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    from_office_id uuid not null references organization,
    to_office_id uuid not null references organization,
    reason text not null check (length(reason) between 2 and 300),
    stays boolean not null,
    state text not null check (state in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    offered_by uuid not null references account,
    offered_at timestamptz not null,
    approved_by uuid references account,
    answer text not null default '' check (length(answer) <= 300),
    answered_by uuid references account,
    answered_at timestamptz,
    contact_id uuid references contact,
    consent_state text not null default 'NONE' check (consent_state in ('NONE', 'ASKED', 'GIVEN', 'REFUSED')),
    consent_how text check (consent_how in ('LINK', 'ACCOUNT', 'RECORDED')),
    consent_on date,
    consent_evidence text not null default '' check (length(consent_evidence) <= 200),
    consent_id uuid references consent,
    token_hash text unique,
    check (from_office_id <> to_office_id),
    check (consent_state = 'NONE' or contact_id is not null)
);
comment on column prospect_transfer.stays is 'whether the former holder stays as partner (配合)';
create unique index prospect_transfer_open on prospect_transfer (prospect_id) where state in ('PROPOSED', 'OFFERED');
create index prospect_transfer_prospect on prospect_transfer (prospect_id);
create index prospect_transfer_from on prospect_transfer (from_office_id, offered_at desc);
create index prospect_transfer_to on prospect_transfer (to_office_id, offered_at desc);
create index prospect_transfer_offered_by on prospect_transfer (offered_by);
create index prospect_transfer_approved_by on prospect_transfer (approved_by);
create index prospect_transfer_answered_by on prospect_transfer (answered_by);
create index prospect_transfer_contact on prospect_transfer (contact_id);
create index prospect_transfer_consent on prospect_transfer (consent_id);

-- 引荐: who brought an enterprise keeps the credit, and sees stage and outcome.
create table prospect_introducer (
    prospect_id uuid not null references prospect,
    organization_id uuid not null references organization,
    introduced_by uuid references account,
    introduced_at timestamptz not null,
    primary key (prospect_id, organization_id)
);
create index prospect_introducer_organization on prospect_introducer (organization_id, introduced_at desc);
create index prospect_introducer_by on prospect_introducer (introduced_by);
