create sequence agreement_number;

create table agreement (
    id uuid primary key,
    number text not null unique,
    kind text not null check (kind in ('OFFICES', 'ASSOCIATIONS', 'ENTERPRISE')),
    title text not null check (length(title) between 4 and 120),
    signed_on date not null,
    valid_until date check (valid_until >= signed_on),
    place text not null default '',
    content text not null default '',
    event_id uuid references event,
    file_id uuid references stored_file,
    organization_id uuid not null references organization,
    created_by uuid references account,
    created_at timestamptz not null,
    version bigint not null default 0
);
comment on column agreement.organization_id is 'Who recorded it; always one of the parties';
create index agreement_signed on agreement (signed_on desc, id);
create index agreement_event on agreement (event_id);
create index agreement_file on agreement (file_id);
create index agreement_organization on agreement (organization_id);
create index agreement_created_by on agreement (created_by);

create table agreement_party (
    agreement_id uuid not null references agreement,
    organization_id uuid not null references organization,
    position int not null,
    primary key (agreement_id, organization_id)
);
create index agreement_party_organization on agreement_party (organization_id);

create table agreement_project (
    agreement_id uuid not null references agreement,
    project_id uuid not null references project,
    primary key (agreement_id, project_id)
);
create index agreement_project_project on agreement_project (project_id);

create table commitment (
    id uuid primary key,
    agreement_id uuid not null references agreement,
    heading text not null check (heading in ('MECHANISM', 'INDUSTRY', 'PROJECT', 'CHANNEL')),
    content text not null check (length(content) between 4 and 300),
    debtor_id uuid not null references organization,
    owner_id uuid references account,
    due_on date not null,
    state text not null check (state in ('PROPOSED', 'OPEN', 'ACTIVE', 'DONE', 'REFUSED', 'DROPPED')),
    done_on date,
    urged_on date,
    due_noticed_on date,
    late_noticed_on date,
    created_at timestamptz not null,
    version bigint not null default 0,
    check ((state = 'DONE') = (done_on is not null))
);
comment on column commitment.state is 'PROPOSED = 待确认: entered by another party, owed only once the debtor has confirmed it';
create index commitment_agreement on commitment (agreement_id, heading);
create index commitment_debtor on commitment (debtor_id, due_on);
create index commitment_owner on commitment (owner_id);
create index commitment_due on commitment (due_on) where state in ('OPEN', 'ACTIVE');

create table commitment_change (
    id uuid primary key,
    commitment_id uuid not null references commitment,
    action text not null check (action in ('ENTERED', 'CONFIRMED', 'REFUSED', 'PROGRESS', 'DUE', 'DONE', 'DROPPED', 'URGED')),
    note text not null default '',
    file_id uuid references stored_file,
    changed_by uuid references account,
    organization_id uuid references organization,
    changed_at timestamptz not null
);
create index commitment_change_commitment on commitment_change (commitment_id, changed_at);
create index commitment_change_file on commitment_change (file_id);
create index commitment_change_by on commitment_change (changed_by);
create index commitment_change_organization on commitment_change (organization_id);

alter table stored_file drop constraint stored_file_purpose_check;
alter table stored_file add constraint stored_file_purpose_check
    check (purpose in ('LICENCE', 'MINUTES', 'EVIDENCE', 'LETTER', 'AGREEMENT'));
