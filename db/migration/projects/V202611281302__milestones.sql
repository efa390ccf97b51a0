-- How a site comes along: what was planned and when it really was, with evidence; problems and measures; a note a week.
create table project_milestone (
    id uuid primary key,
    project_id uuid not null references project,
    site_id uuid not null references project_site,
    kind text not null check (kind in ('LAND', 'APPROVAL', 'PERMIT', 'START', 'COMPLETION', 'EQUIPMENT', 'PRODUCTION', 'OTHER')),
    title text not null default '' check (length(title) <= 60),
    planned_on date not null,
    reached_on date,
    note text not null default '',
    created_by uuid not null references account,
    created_at timestamptz not null,
    version bigint not null default 0,
    check (kind <> 'OTHER' or length(title) > 1)
);
comment on column project_milestone.reached_on is 'the day on which it really was; START is 开工, which is not 签约';
create unique index project_milestone_once on project_milestone (site_id, kind) where kind <> 'OTHER';
create index project_milestone_site on project_milestone (site_id, planned_on);
create index project_milestone_project on project_milestone (project_id);
create index project_milestone_by on project_milestone (created_by);
create index project_milestone_late on project_milestone (planned_on) where reached_on is null;

create table project_milestone_file (
    milestone_id uuid not null references project_milestone,
    file_id uuid not null references stored_file,
    added_by uuid not null references account,
    added_at timestamptz not null,
    primary key (milestone_id, file_id)
);
create index project_milestone_file_file on project_milestone_file (file_id);
create index project_milestone_file_by on project_milestone_file (added_by);

create table project_problem (
    id uuid primary key,
    project_id uuid not null references project,
    site_id uuid not null references project_site,
    content text not null check (length(content) between 2 and 500),
    measure text not null default '' check (length(measure) <= 500),
    due_on date,
    raised_by uuid not null references account,
    raised_at timestamptz not null,
    solved_on date,
    solution text not null default '' check (length(solution) <= 500),
    solved_by uuid references account,
    version bigint not null default 0,
    check ((solved_on is null) = (solved_by is null))
);
create index project_problem_site on project_problem (site_id, raised_at);
create index project_problem_project on project_problem (project_id) where solved_on is null;
create index project_problem_project_all on project_problem (project_id);
create index project_problem_raised_by on project_problem (raised_by);
create index project_problem_solved_by on project_problem (solved_by);

create table project_week (
    id uuid primary key,
    project_id uuid not null references project,
    site_id uuid not null references project_site,
    week_on date not null check (extract(isodow from week_on) = 1),
    progress text not null check (length(progress) between 2 and 1000),
    written_by uuid not null references account,
    written_at timestamptz not null,
    version bigint not null default 0,
    unique (site_id, week_on)
);
comment on column project_week.week_on is 'the Monday of the week that the note is about';
create index project_week_project on project_week (project_id, week_on desc);
create index project_week_by on project_week (written_by);
