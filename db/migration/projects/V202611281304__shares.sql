-- What the parties agreed that statistics count for each region: percentages of one measure that make 100, with their basis.
-- Nothing here is paid to anybody. Tax stays off unless a setting turns it on.
create table project_share_basis (
    project_id uuid not null references project,
    measure text not null check (measure in ('INVESTMENT', 'OUTPUT', 'TAX')),
    basis text not null check (length(basis) between 4 and 500),
    updated_by uuid not null references account,
    updated_at timestamptz not null,
    version bigint not null default 0,
    primary key (project_id, measure)
);
create index project_share_basis_by on project_share_basis (updated_by);

create table project_share (
    project_id uuid not null,
    measure text not null,
    region_code text not null references region,
    percent numeric(5, 2) not null check (percent > 0 and percent <= 100),
    primary key (project_id, measure, region_code),
    foreign key (project_id, measure) references project_share_basis
);
create index project_share_region on project_share (region_code);

create function project_share_makes_100() returns trigger language plpgsql as $$
declare
    of_project uuid := coalesce(new.project_id, old.project_id);
    of_measure text := coalesce(new.measure, old.measure);
    whole numeric;
begin
    select sum(percent) into whole from project_share where project_id = of_project and measure = of_measure;
    if whole <> 100 or whole is null and exists
        (select from project_share_basis where project_id = of_project and measure = of_measure) then
        raise exception 'the shares of % in project % make % and not 100', of_measure, of_project, coalesce(whole, 0)
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger project_share_whole after insert or update or delete on project_share
    deferrable initially deferred for each row execute function project_share_makes_100();
create constraint trigger project_share_basis_whole after insert on project_share_basis
    deferrable initially deferred for each row execute function project_share_makes_100();
