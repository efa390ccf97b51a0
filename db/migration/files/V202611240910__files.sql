create table stored_file (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    content_type text not null,
    size bigint not null check (size between 1 and 20971520),
    sha256 text not null,
    purpose text not null check (purpose in ('LICENCE', 'MINUTES', 'EVIDENCE', 'LETTER')),
    owner_organization_id uuid,
    created_by uuid,
    created_at timestamptz not null
);
create index stored_file_owner on stored_file (owner_organization_id);
