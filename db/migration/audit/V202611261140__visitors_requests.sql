-- A visitor asks about the own data: a request only once a code has proven the phone number or mail address.
create table personal_data_claim (
    id uuid primary key,
    token_hash text not null unique,
    kind text not null check (kind in ('ACCESS', 'CORRECTION', 'ERASURE', 'PORTABILITY')),
    name text not null check (length(name) between 1 and 60),
    reach text not null,
    detail text not null default '',
    asked_at timestamptz not null,
    request_id uuid unique references personal_data_request
);
create index personal_data_claim_unproven on personal_data_claim (asked_at) where request_id is null;

alter table verification_code drop constraint verification_code_purpose_check;
alter table verification_code add constraint verification_code_purpose_check
    check (purpose in ('REGISTRATION', 'PASSWORD_RESET', 'INVITATION', 'INTENT', 'JOIN', 'ACCOUNT', 'PERSONAL_DATA'));
