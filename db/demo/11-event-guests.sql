-- 示例 demo data: the guests of the smart-vehicle matchmaking, invented; dates are relative to the day of loading.
with offices as (
    select o.id, o.name, o.region_code, row_number() over (order by r.position, o.name) as n
      from organization o join region r on r.code = o.region_code
     where o.kind = 'OFFICE' and o.region_code in ('110112', '131082', '131028', '131024') and o.status = 'REGISTERED' limit 4
), enterprises as (
    select o.id, o.name, o.region_code, row_number() over (order by o.name) as n from organization o
     where o.kind = 'ENTERPRISE' and o.name like '示例%' and o.status = 'REGISTERED'
), coming as (
    select id, name, region_code, n, '招商专员' as position, (array['通州研发平台与场景开放', '燕郊厂房与配套政策', '大厂总部商务区楼宇', '香河智能制造园标准厂房'])[n] as about from offices
    union all
    select id, name, region_code, n + 4, (array['总经理', '市场总监', '战略发展部部长', '副总经理'])[1 + n % 4],
           (array['热管理系统及部件，寻求整车配套', '功率半导体模块，寻求北方生产场地', '车用线束，寻求就近配套客户', '激光雷达，寻求测试场景与量产伙伴', '域控制器，寻求芯片与软件伙伴',
                  '动力电池包结构件，寻求电芯企业', '电驱动总成，寻求轴承与磁材供应', '轻量化铝件，寻求整车与底盘客户', '智能座舱，寻求显示与声学供应', '线控底盘，寻求制动与转向部件',
                  '车载通信模组，寻求天线与射频伙伴', '充换电设备，寻求场站与电网资源', '自动驾驶软件，寻求开放道路与数据'])[1 + n % 13] from enterprises where n <= 28
)
insert into event_guest (id, event_id, number, organization_id, organization_name, name, position, phone, email, region_code, chain_id, about,
                         source, state, registered_at, waiting_since, decided_at)
select gen_random_uuid(), '24e11e24-45a6-58fa-b0b5-74da87187c42', n, id, name,
       substr('赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢', n::int, 1) || '示例', position,
       '+861390009' || lpad(n::text, 4, '0'), 'guest' || lpad(n::text, 2, '0') || '@example.cn', region_code,
       (select id from industry_chain where code = 'nev'), about, case when n <= 4 then 'STAFF' when n % 5 = 0 then 'GROUP' else 'FORM' end,
       case when n > 30 then 'PENDING' else 'CONFIRMED' end, (current_date - 8 + (n % 7)::int + time '09:30') at time zone 'Asia/Shanghai', null,
       case when n <= 30 then (current_date - 1 + time '15:00') at time zone 'Asia/Shanghai' end
  from coming;
insert into event_guest (id, event_id, number, organization_id, organization_name, name, position, phone, email, region_code, chain_id, about,
                         source, state, registered_at, decided_at)
select gen_random_uuid(), '8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', n, id, name, substr('柏水窦章云苏潘葛', n::int, 1) || '示例', '总经理',
       '+861390019' || lpad(n::text, 4, '0'), 'bio' || lpad(n::text, 2, '0') || '@example.cn', region_code,
       (select id from industry_chain where code = 'bio'), '', 'FORM', 'CONFIRMED',
       (current_date - 3 + time '10:00') at time zone 'Asia/Shanghai', (current_date - 3 + time '10:00') at time zone 'Asia/Shanghai'
  from (select id, name, region_code, row_number() over (order by name desc) as n from organization
         where kind = 'ENTERPRISE' and name like '示例%' and status = 'REGISTERED' order by name desc limit 8) coming;
update event e set last_guest_number = (select max(number) from event_guest g where g.event_id = e.id),
    seats_taken = (select count(*) from event_guest g where g.event_id = e.id and g.state = 'CONFIRMED')
 where id in ('24e11e24-45a6-58fa-b0b5-74da87187c42', '8c62fb29-7bd1-59e1-8190-f7fe1e3a6763');

-- Whom they want to meet: the offices everybody who is new to them, each enterprise three offices or makers.
insert into event_wish (event_id, from_guest, to_guest, kind, wished_at)
select f.event_id, f.id, t.id, case (f.number * 7 + t.number * 3) % 7 when 0 then 'MUST' when 1 then 'MUST' when 6 then 'RATHER_NOT' else 'WOULD' end,
       (current_date - 1 + time '16:00') at time zone 'Asia/Shanghai'
  from event_guest f join event_guest t on t.event_id = f.event_id and t.id <> f.id and t.state = 'CONFIRMED'
 where f.event_id = '24e11e24-45a6-58fa-b0b5-74da87187c42' and f.state = 'CONFIRMED'
   and ((f.number <= 4 and t.number > 4 and (f.number + t.number) % 4 = 0)
     or (f.number > 4 and t.number <= 4 and (f.number * 5 + t.number) % 3 = 0)
     or (f.number > 4 and t.number > 4 and (f.number * 11 + t.number * 5) % 17 = 3));
