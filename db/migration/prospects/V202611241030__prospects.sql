create table prospect (
    id uuid primary key,
    number text not null unique,
    alliance_id uuid not null references alliance,
    organization_id uuid not null references organization,
    matter text not null check (length(matter) between 2 and 80),
    holder_office_id uuid not null references organization,
    owner_account_id uuid references account,
    stage text not null check (stage in ('LEAD', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED', 'PRODUCING')),
    status text not null check (status in ('OPEN', 'PAUSED', 'DROPPED', 'DONE')),
    stage_since timestamptz not null,
    attention text not null default 'KEEP' check (attention in ('FOCUS', 'KEEP', 'REST')),
    sharing text not null check (sharing in ('OFFICE', 'SIDE', 'BOTH')),
    source text not null check (source in ('INTENT', 'EVENT', 'VISIT', 'REFERRAL', 'ASSOCIATION', 'CALL', 'IMPORT', 'OTHER')),
    source_note text not null default '',
    intent_id uuid references intent,
    project_id uuid references project,
    chain_id uuid references industry_chain,
    node_id uuid references chain_node,
    region_code text references region,
    amount_yuan numeric(18, 2) check (amount_yuan > 0),
    summary text not null default '',
    reported_at timestamptz not null,
    reported_by uuid not null references account,
    reported_office_id uuid not null references organization,
    review_on date,
    drop_reason text,
    signed_on date,
    landed_on date,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null default 0,
    check (status <> 'PAUSED' or review_on is not null)
);
comment on column prospect.attention is '重点跟进 / 保持对接 / 不再跟进';
-- One open prospect per enterprise and matter in an alliance: the first office holds it.
create unique index prospect_open on prospect (alliance_id, organization_id, lower(regexp_replace(matter, '\s', '', 'g')))
    where status in ('OPEN', 'PAUSED');
create index prospect_holder on prospect (holder_office_id, status, updated_at desc);
create index prospect_list on prospect (alliance_id, updated_at desc, id desc);
create index prospect_organization on prospect (organization_id);
create index prospect_owner on prospect (owner_account_id);
create index prospect_intent on prospect (intent_id);
create index prospect_project on prospect (project_id);
create index prospect_chain on prospect (chain_id);
create index prospect_node on prospect (node_id);
create index prospect_region on prospect (region_code);
create index prospect_reported_by on prospect (reported_by);
create index prospect_reported_office on prospect (reported_office_id);

create table prospect_partner (
    prospect_id uuid not null references prospect,
    office_id uuid not null references organization,
    function text check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    intent_id uuid references intent,
    joined_at timestamptz not null,
    joined_by uuid references account,
    primary key (prospect_id, office_id)
);
create index prospect_partner_office on prospect_partner (office_id);
create index prospect_partner_intent on prospect_partner (intent_id);
create index prospect_partner_by on prospect_partner (joined_by);

create table stage_change (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    move text not null check (move in ('OPENED', 'FORWARD', 'BACK', 'PAUSED', 'RESUMED', 'DROPPED', 'REOPENED')),
    from_stage text,
    to_stage text not null,
    reason text not null default '',
    happened_on date,
    file_id uuid references stored_file,
    changed_by uuid references account,
    changed_at timestamptz not null
);
create index stage_change_prospect on stage_change (prospect_id, changed_at);
create index stage_change_file on stage_change (file_id);
create index stage_change_by on stage_change (changed_by);

create table follow_up (
    id uuid primary key,
    prospect_id uuid not null references prospect,
    channel text not null check (channel in ('CALL', 'VISIT', 'RECEPTION', 'MEETING', 'MESSAGE', 'PLAN')),
    text text not null default '',
    happened_at timestamptz,
    next_step text not null default '',
    next_owner_id uuid references account,
    next_due_on date,
    done_at timestamptz,
    done_by uuid references account,
    meeting_id uuid,
    office_id uuid not null references organization,
    created_by uuid not null references account,
    created_at timestamptz not null,
    check (next_step = '' or (next_owner_id is not null and next_due_on is not null))
);
create index follow_up_prospect on follow_up (prospect_id, created_at desc);
create index follow_up_due on follow_up (next_owner_id, next_due_on) where next_step <> '' and done_at is null;
create index follow_up_office on follow_up (office_id);
create index follow_up_meeting on follow_up (meeting_id);
create index follow_up_created_by on follow_up (created_by);
create index follow_up_done_by on follow_up (done_by);
