-- 2026 by the State Council's notice on holidays; editable. Years without entries follow the week.
insert into calendar_day (day, working, name)
select d::date, false, h.name from (values
    ('元旦', date '2026-01-01', date '2026-01-03'),
    ('春节', date '2026-02-15', date '2026-02-23'),
    ('清明节', date '2026-04-04', date '2026-04-06'),
    ('劳动节', date '2026-05-01', date '2026-05-05'),
    ('端午节', date '2026-06-19', date '2026-06-21'),
    ('中秋节', date '2026-09-25', date '2026-09-27'),
    ('国庆节', date '2026-10-01', date '2026-10-07')) as h (name, first, last),
    generate_series(h.first, h.last, interval '1 day') as d;
insert into calendar_day (day, working, name) values
    ('2026-01-04', true, '元旦调休'),
    ('2026-02-14', true, '春节调休'),
    ('2026-02-28', true, '春节调休'),
    ('2026-05-09', true, '劳动节调休'),
    ('2026-09-20', true, '国庆节调休'),
    ('2026-10-10', true, '国庆节调休');
