-- Days that differ from the week: public holidays, and Saturdays and Sundays on which offices work (调休上班).
create table calendar_day (
    day date primary key,
    working boolean not null,
    name text not null check (length(name) between 1 and 20),
    updated_by uuid references account,
    updated_at timestamptz not null default now()
);
create index calendar_day_by on calendar_day (updated_by);
