-- What was signed for a project as a whole. The sums of an increase are those of the whole after it; a new investor's are its own.
create table project_signing (
    id uuid primary key,
    project_id uuid not null references project,
    kind text not null check (kind in ('FRAMEWORK', 'CONTRACT', 'INCREASE', 'INVESTOR')),
    signed_on date not null,
    amount_yuan numeric(18, 2) not null check (amount_yuan > 0),
    organization_id uuid references organization,
    agreement_id uuid references agreement,
    event_id uuid references event,
    paper text not null default '' check (length(paper) <= 120),
    created_by uuid not null references account,
    created_at timestamptz not null,
    cancelled_by uuid references account,
    cancelled_at timestamptz,
    cancel_reason text not null default '',
    check ((kind = 'INVESTOR') = (organization_id is not null)),
    check ((cancelled_at is null) = (cancelled_by is null))
);
comment on column project_signing.organization_id is 'INVESTOR: the one that joined';
comment on column project_signing.paper is 'what it rests on: 协议名称 or 文号';
create index project_signing_project on project_signing (project_id, signed_on);
create index project_signing_signed on project_signing (signed_on);
create index project_signing_organization on project_signing (organization_id);
create index project_signing_agreement on project_signing (agreement_id);
create index project_signing_event on project_signing (event_id);
create index project_signing_created_by on project_signing (created_by);
create index project_signing_cancelled_by on project_signing (cancelled_by);
create index project_site_signed on project_site (signed_on) where signed_on is not null;

-- 计数口径, one row a signing event. A project counts once (counted_projects), at its first one; a rise of the sum counts by what
-- it adds; a new investor's sum counts for the later event; a framework that becomes a contract adds nothing. Where no signing is
-- entered for the whole, the sites' own signings stand for it: the first counts the project, each adds its own sum.
create view project_count as
with entered as (
    select g.id, g.project_id, null::uuid as site_id, g.kind, g.signed_on, g.amount_yuan, g.agreement_id, g.event_id, g.organization_id,
           row_number() over w as n,
           row_number() over w_base as nth_base,
           max(g.amount_yuan) filter (where g.kind = 'INCREASE') over w_before as raised_to,
           first_value(g.amount_yuan) over w_base as begun_with,
           g.created_at
      from project_signing g
     where g.cancelled_at is null
    window w as (partition by g.project_id order by g.signed_on, g.created_at, g.id),
           w_base as (partition by g.project_id, g.kind = 'INVESTOR' order by g.signed_on, g.created_at, g.id),
           w_before as (partition by g.project_id order by g.signed_on, g.created_at, g.id rows between unbounded preceding and 1 preceding)
), whole as (
    select id, project_id, site_id, kind, signed_on, amount_yuan, agreement_id, event_id, organization_id, n,
           case when kind = 'INVESTOR' then case when n = 1 then 'FIRST' else 'INVESTOR' end
                when n = 1 then 'FIRST'
                when nth_base = 1 then 'INCREMENT'
                when kind = 'INCREASE' then 'INCREMENT'
                else 'NO_SUM' end as basis,
           case when kind = 'INVESTOR' or nth_base = 1 then amount_yuan
                when kind = 'INCREASE' then greatest(0, amount_yuan - greatest(begun_with, coalesce(raised_to, 0)))
                else 0 end as counted_yuan
      from entered
), by_site as (
    select s.id, s.project_id, s.id as site_id, 'SITE' as kind, s.signed_on, coalesce(s.amount_yuan, 0) as amount_yuan,
           null::uuid as agreement_id, null::uuid as event_id, null::uuid as organization_id,
           row_number() over (partition by s.project_id order by s.signed_on, s.position, s.id) as n
      from project_site s
     where s.signed_on is not null
       and not exists (select from project_signing g where g.project_id = s.project_id and g.cancelled_at is null)
)
select project_id, id as signing_id, site_id, agreement_id, event_id, organization_id, kind, signed_on, amount_yuan,
       n, case when n = 1 then 1 else 0 end as counted_projects, basis, counted_yuan
  from whole
union all
select project_id, null, site_id, agreement_id, event_id, organization_id, kind, signed_on, amount_yuan,
       n, case when n = 1 then 1 else 0 end, case when n = 1 then 'FIRST' else 'INCREMENT' end, amount_yuan
  from by_site;
comment on view project_count is 'counted_projects and counted_yuan add up over any set of rows; basis says why: FIRST, INCREMENT, INVESTOR, NO_SUM';
