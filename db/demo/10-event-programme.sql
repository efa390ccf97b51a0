-- 示例 demo data: how the events run; dates are relative to the day of loading.
update event set registration = 'APPROVAL', registration_until = starts_at - interval '3 days', wishes_until = starts_at - interval '2 days',
    most_meetings = 6, slot_minutes = 20, pause_minutes = 5, meeting_times = E'15:00-16:10\n16:20-17:30'
 where id = '24e11e24-45a6-58fa-b0b5-74da87187c42';
update event set registration = 'OPEN', registration_until = starts_at - interval '1 day' where id = '8c62fb29-7bd1-59e1-8190-f7fe1e3a6763';

insert into event_agenda_item (event_id, position, starts_at, ends_at, title_zh, title_en)
select '24e11e24-45a6-58fa-b0b5-74da87187c42', i.position, (current_date + 21 + i.starts) at time zone 'Asia/Shanghai',
       (current_date + 21 + i.ends) at time zone 'Asia/Shanghai', i.zh, i.en
  from (values (0, time '14:00', time '14:10', '主办单位致辞', 'Opening'),
               (1, time '14:10', time '14:30', '新能源智能网联汽车产业链补链清单发布', 'Missing nodes of the smart vehicle chain'),
               (2, time '14:30', time '14:50', '三河、香河载体与通州研发平台介绍', 'Sites in Sanhe and Xianghe, R&D platforms in Tongzhou'),
               (3, time '15:00', time '16:10', '一对一洽谈（第一时段）', 'One-to-one talks, first part'),
               (4, time '16:10', time '16:20', '茶歇', 'Tea break'),
               (5, time '16:20', time '17:30', '一对一洽谈（第二时段）', 'One-to-one talks, second part')) i (position, starts, ends, zh, en);
insert into event_agenda_item (event_id, position, starts_at, ends_at, title_zh, title_en)
select '8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', i.position, (current_date + 38 + i.starts) at time zone 'Asia/Shanghai',
       (current_date + 38 + i.ends) at time zone 'Asia/Shanghai', i.zh, i.en
  from (values (0, time '09:30', time '09:50', '通州区、香河县致辞', 'Opening'),
               (1, time '09:50', time '10:40', '通州临床资源与北三县载体推介', 'Clinical resources and sites'),
               (2, time '10:40', time '12:00', '“总部研发＋生产基地”布局咨询', 'Advice: headquarters here, production there')) i (position, starts, ends, zh, en);

insert into event_table (id, event_id, position, label)
select gen_random_uuid(), '24e11e24-45a6-58fa-b0b5-74da87187c42', n, n::text from generate_series(1, 8) n;
insert into event_slot (id, event_id, position, starts_at, ends_at)
select gen_random_uuid(), '24e11e24-45a6-58fa-b0b5-74da87187c42', s.position, (current_date + 21 + s.starts) at time zone 'Asia/Shanghai',
       (current_date + 21 + s.starts + interval '20 minutes') at time zone 'Asia/Shanghai'
  from (values (1, time '15:00'), (2, time '15:25'), (3, time '15:50'), (4, time '16:20'), (5, time '16:45'), (6, time '17:10')) s (position, starts);
insert into event_question (id, event_id, position, text_zh, text_en, required)
values (gen_random_uuid(), '24e11e24-45a6-58fa-b0b5-74da87187c42', 0, '车牌号（需入场停车时填写）', 'Car plate, if you need parking', false),
       (gen_random_uuid(), '24e11e24-45a6-58fa-b0b5-74da87187c42', 1, '最想解决的配套问题', 'What do you most want to solve?', true);
