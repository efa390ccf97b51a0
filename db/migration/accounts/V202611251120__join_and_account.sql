-- A join request is followed by a token, and its refusal says why.
alter table join_request add column token_hash text unique;
alter table join_request add column refusal text not null default '';

alter table verification_code drop constraint verification_code_purpose_check;
alter table verification_code add constraint verification_code_purpose_check
    check (purpose in ('REGISTRATION', 'PASSWORD_RESET', 'INVITATION', 'INTENT', 'JOIN', 'ACCOUNT'));

create index invitation_target on invitation (target) where accepted_at is null and revoked_at is null;
