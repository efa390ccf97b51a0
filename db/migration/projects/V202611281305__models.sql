-- 布局模式: which functions a project of a kind has, and where they usually go; a new project takes them over and then changes them.
create table project_model (
    id uuid primary key,
    name text not null unique check (length(name) between 2 and 40),
    summary text not null default '' check (length(summary) <= 300),
    position int not null,
    active boolean not null default true,
    version bigint not null default 0
);

create table project_model_site (
    model_id uuid not null references project_model,
    position int not null,
    function text not null check (function in ('RESEARCH', 'PILOT', 'PRODUCTION', 'SUPPORT')),
    region_code text references region,
    primary key (model_id, position)
);
create index project_model_site_region on project_model_site (region_code);

with model (id, name, summary, position, functions) as (values
    (gen_random_uuid(), '总部研发＋生产基地', '总部和研发在通州，生产在北三县。', 1, array['RESEARCH', 'PRODUCTION']),
    (gen_random_uuid(), '研发＋中试＋制造', '研发、中试孵化、规模制造依次落位。', 2, array['RESEARCH', 'PILOT', 'PRODUCTION']),
    (gen_random_uuid(), '研发＋中试', '研发成果就近中试，量产另行选址。', 3, array['RESEARCH', 'PILOT']),
    (gen_random_uuid(), '总部研发＋配套服务', '总部在通州，后台、数据和展示等配套在北三县。', 4, array['RESEARCH', 'SUPPORT'])
), kept as (
    insert into project_model (id, name, summary, position) select id, name, summary, position from model
)
insert into project_model_site (model_id, position, function)
select m.id, f.position, f.function from model m, unnest(m.functions) with ordinality f (function, position);
