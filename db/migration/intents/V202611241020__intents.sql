create table intent (
    id uuid primary key,
    number text unique,
    state text not null check (state in ('DRAFT', 'UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    target text not null check (target in ('NEED', 'PROJECT', 'REGION', 'NONE')),
    need_id uuid references need,
    project_id uuid references project,
    region_code text references region,
    alliance_id uuid not null references alliance,
    office_id uuid references organization,
    organization_id uuid references organization,
    sender_organization_id uuid references organization,
    sender_account_id uuid references account,
    enterprise_name text not null default '',
    uscc text not null default '',
    contact_name text not null default '',
    contact_phone text not null default '',
    contact_email text not null default '',
    function text check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    amount_yuan numeric(18, 2) check (amount_yuan > 0),
    message text not null default '',
    consent_id uuid references consent,
    owner_may_see_contact boolean not null default false,
    token_hash text unique,
    created_at timestamptz not null,
    submitted_at timestamptz,
    answer_due_on date,
    version bigint not null default 0,
    check ((target = 'NEED') = (need_id is not null)),
    check ((target = 'PROJECT') = (project_id is not null)),
    check ((target = 'REGION') = (region_code is not null)),
    check (state in ('DRAFT', 'WITHDRAWN') or (number is not null and organization_id is not null))
);
comment on column intent.state is 'UNVERIFIED = 待核验 (the sender has no account yet); UNASSIGNED = 待分派 (no target, waits for the coordinating offices)';
-- One open intent per enterprise and target, also under a double click.
create unique index intent_open on intent (organization_id, target, coalesce(need_id, project_id, '00000000-0000-0000-0000-000000000000'), coalesce(region_code, ''))
    where state in ('UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED');
create index intent_need on intent (need_id);
create index intent_project on intent (project_id);
create index intent_region on intent (region_code);
create index intent_office on intent (office_id, state, submitted_at);
create index intent_alliance on intent (alliance_id, state);
create index intent_sender on intent (sender_organization_id, submitted_at desc);
create index intent_sender_account on intent (sender_account_id);
create index intent_consent on intent (consent_id);

create table intent_change (
    id uuid primary key,
    intent_id uuid not null references intent,
    action text not null check (action in ('SUBMITTED', 'VERIFIED', 'ASSIGNED', 'PASSED_ON', 'QUERIED', 'ANSWERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    reason text not null default '',
    from_office_id uuid references organization,
    to_office_id uuid references organization,
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index intent_change_intent on intent_change (intent_id, changed_at);
create index intent_change_from on intent_change (from_office_id);
create index intent_change_to on intent_change (to_office_id);
create index intent_change_by on intent_change (changed_by);
