create table account (
    id uuid primary key,
    login text not null unique check (login = lower(login)),
    name text not null check (length(name) between 1 and 60),
    phone text not null default '',
    email text not null default '',
    password_hash text,
    status text not null check (status in ('ACTIVE', 'SUSPENDED', 'ENDED')),
    current_membership_id uuid,
    created_at timestamptz not null,
    ended_at timestamptz,
    credentials_changed_at timestamptz not null,
    version bigint not null default 0
);
comment on column account.login is 'phone number (E.164 digits), mail address, or a staff name; lower case';
create unique index account_phone on account (phone) where phone <> '' and status <> 'ENDED';
create unique index account_email on account (lower(email)) where email <> '' and status <> 'ENDED';

-- A person within one organisation; the roles belong to this tie, not to the person.
create table membership (
    id uuid primary key,
    account_id uuid not null references account,
    organization_id uuid not null references organization,
    started_at timestamptz not null,
    ended_at timestamptz
);
create unique index membership_open on membership (account_id, organization_id) where ended_at is null;
create index membership_organization on membership (organization_id);
alter table account add foreign key (current_membership_id) references membership;
create index account_current_membership on account (current_membership_id);

create table membership_role (
    membership_id uuid not null references membership,
    role text not null check (role in ('MEMBER', 'MANAGER', 'OFFICER', 'LEAD', 'REVIEWER',
        'REVIEW_ADMIN', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
    primary key (membership_id, role)
);

-- System, security and audit administration never meet in one person (GB/T 22239-2019).
create function separate_administrators() returns trigger language plpgsql as $$
begin
    if new.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR') and exists (
        select 1 from membership mine
        join membership theirs on theirs.account_id = mine.account_id and theirs.ended_at is null
        join membership_role r on r.membership_id = theirs.id
        where mine.id = new.membership_id and r.role <> new.role
          and r.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')) then
        raise exception 'administrators are separate' using errcode = 'check_violation', constraint = 'separate_administrators';
    end if;
    return new;
end $$;
create trigger separate_administrators before insert or update on membership_role
    for each row execute function separate_administrators();

-- Failures are counted by the name typed, whether or not such an account exists, so that the answer never tells.
create table sign_in_guard (
    login_key text primary key,
    failures int not null,
    last_failed_at timestamptz not null,
    locked_until timestamptz
);

create table verification_code (
    id uuid primary key,
    purpose text not null check (purpose in ('REGISTRATION', 'PASSWORD_RESET', 'INVITATION', 'INTENT')),
    channel text not null check (channel in ('SMS', 'MAIL')),
    target text not null,
    subject_id uuid,
    code_hash text not null,
    attempts int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index verification_code_target on verification_code (target, purpose, created_at desc);
create index verification_code_subject on verification_code (subject_id);

create table registration (
    id uuid primary key,
    number text unique,
    token_hash text not null unique,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    kind text not null check (kind in ('ENTERPRISE', 'ASSOCIATION', 'PARK')),
    name text not null default '',
    uscc text not null default '',
    region_code text references region,
    size text,
    industry_code text references industry_code,
    node_ids uuid[] not null default '{}',
    products text not null default '',
    profile text not null default '',
    address text not null default '',
    licence_file_id uuid references stored_file,
    contact_name text not null default '',
    contact_title text not null default '',
    contact_phone text not null default '',
    contact_email text not null default '',
    password_hash text,
    confirmed_at timestamptz,
    confirmed_target text,
    consent_id uuid references consent,
    organization_id uuid references organization,
    account_id uuid references account,
    created_at timestamptz not null,
    submitted_at timestamptz,
    decided_at timestamptz,
    version bigint not null default 0
);
create index registration_queue on registration (state, submitted_at);
create index registration_region on registration (region_code);
create index registration_industry on registration (industry_code);
create index registration_licence on registration (licence_file_id);
create index registration_consent on registration (consent_id);
create index registration_organization on registration (organization_id);
create index registration_account on registration (account_id);
-- One open registration per code: the second is led to the first organisation.
create unique index registration_open on registration (uscc) where state in ('SUBMITTED', 'RETURNED') and uscc <> '';

create table registration_decision (
    id uuid primary key,
    registration_id uuid not null references registration,
    verdict text not null check (verdict in ('SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    reason text not null default '',
    decided_by uuid references account,
    decided_at timestamptz not null
);
create index registration_decision_registration on registration_decision (registration_id, decided_at);
create index registration_decision_by on registration_decision (decided_by);

create table invitation (
    id uuid primary key,
    organization_id uuid not null references organization,
    name text not null,
    target text not null,
    roles text[] not null,
    token_hash text not null unique,
    invited_by uuid not null references account,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid references account,
    revoked_at timestamptz
);
create index invitation_organization on invitation (organization_id);
create index invitation_invited_by on invitation (invited_by);
create index invitation_accepted_by on invitation (accepted_by);

create table join_request (
    id uuid primary key,
    organization_id uuid not null references organization,
    name text not null,
    phone text not null default '',
    email text not null default '',
    password_hash text not null,
    reason text not null default '',
    consent_id uuid references consent,
    confirmed_at timestamptz,
    state text not null check (state in ('WAITING', 'GRANTED', 'REFUSED')),
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references account
);
create index join_request_organization on join_request (organization_id, state);
create index join_request_consent on join_request (consent_id);
create index join_request_decided_by on join_request (decided_by);
create unique index join_request_open on join_request (organization_id, coalesce(nullif(phone, ''), email)) where state = 'WAITING';
