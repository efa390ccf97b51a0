-- 会后分派: which office follows a lead of a joint event is confirmed by each side; both name the same office, or nobody moves.
create table lead_assignment (
    prospect_id uuid not null references prospect,
    side text not null,
    office_id uuid not null references organization,
    confirmed_by uuid not null references account,
    confirmed_at timestamptz not null,
    primary key (prospect_id, side)
);
create index lead_assignment_office on lead_assignment (office_id);
create index lead_assignment_by on lead_assignment (confirmed_by);
alter table prospect add assigned_at timestamptz;
comment on column prospect.assigned_at is 'when both sides had confirmed who follows this lead of a joint event (会后分派)';
create index prospect_unassigned on prospect (alliance_id, reported_at)
    where assigned_at is null and source = 'EVENT' and sharing = 'BOTH' and status in ('OPEN', 'PAUSED');
