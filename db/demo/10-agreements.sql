-- The two agreements that were signed in Suzhou. What is owed follows what was said there; days and progress are examples.
with signed (code, kind, title, content, recorder, parties) as (values
    ('offices', 'OFFICES', '通州区与廊坊市联合招商合作协议',
     E'双方从机制、产业、项目、渠道四个方面开展联合招商合作，按强链、补链、延链共建联合招商项目库，推广“总部研发＋生产基地”的两地布局，由相关产业部门对意向企业开展常态化跟踪服务。\n\n示例说明：承诺事项的时限与进展为示例。',
     'b4d31119-ce03-501b-b71b-91077377e936'::uuid,
     array['b4d31119-ce03-501b-b71b-91077377e936', '19300554-5e32-521b-9379-578835272aff']::uuid[]),
    ('associations', 'ASSOCIATIONS', '北京市协同发展服务促进会与苏州市产业园发展促进会合作协议',
     E'双方互为对接窗口，组织会员企业互访，商协会牵线、产业组团，推动企业与园区供需对接。\n\n示例说明：承诺事项的时限与进展为示例。',
     '788fdbb9-3c5c-5f63-a29f-c87bcce5793f'::uuid,
     array['788fdbb9-3c5c-5f63-a29f-c87bcce5793f', '4f76de50-b7f7-5e23-8bd3-6fe1d02c511a']::uuid[])
), agreements as (
    insert into agreement (id, number, kind, title, signed_on, place, content, event_id, organization_id, created_by, created_at)
    select md5('示例协议' || code)::uuid, 'XY-2025-' || lpad(nextval('agreement_number')::text, 6, '0'), kind, title, date '2025-12-17', '江苏省苏州市', content,
           (select id from event where region_code = '320500' and name_zh like '%（苏州）' limit 1), recorder,
           (select a.id from account a where a.login = case code when 'offices' then 'tz-officer' else 'association' end),
           timestamptz '2025-12-18 09:00+08'
      from signed order by code desc
    returning id
)
insert into agreement_party (agreement_id, organization_id, position)
select md5('示例协议' || s.code)::uuid, p.id, p.position from signed s, unnest(s.parties) with ordinality p (id, position)
 where (select count(*) from agreements) = 2;

insert into agreement_project (agreement_id, project_id)
select md5('示例协议offices')::uuid, p.id from project p
 where (select count(*) from project_site s where s.project_id = p.id) > 1 order by p.number limit 3;

with owed (code, agreement, heading, content, debtor, owner, due, state, done) as (values
    ('1', 'offices', 'MECHANISM', '每季度召开一次联合招商会商，通报项目进展', 'b4d31119-ce03-501b-b71b-91077377e936', 'tz-officer', 24, 'ACTIVE', null),
    ('2', 'offices', 'MECHANISM', '确定联合专班联络员，建立日常信息互通', '19300554-5e32-521b-9379-578835272aff', 'lf-coord', -60, 'DONE', -66),
    ('3', 'offices', 'INDUSTRY', '梳理两地重点产业链强链、补链、延链清单并共享', 'b4d31119-ce03-501b-b71b-91077377e936', 'tz-officer', -9, 'ACTIVE', null),
    ('4', 'offices', 'INDUSTRY', '提供北三县可用载体清单（面积、层高、承重、电力、租售）', '19300554-5e32-521b-9379-578835272aff', 'lf-coord', 40, 'OPEN', null),
    ('5', 'offices', 'PROJECT', '共建联合招商项目库，首批入库两地布局项目', '19300554-5e32-521b-9379-578835272aff', 'lf-coord', -30, 'DONE', -34),
    ('6', 'offices', 'PROJECT', '对意向企业台账逐户明确牵头单位和跟踪责任人', 'b4d31119-ce03-501b-b71b-91077377e936', 'tz-officer', 5, 'OPEN', null),
    ('7', 'offices', 'CHANNEL', '联合组织下一次赴外推介，承担北三县企业组团', '19300554-5e32-521b-9379-578835272aff', null, 75, 'PROPOSED', null),
    ('8', 'associations', 'CHANNEL', '每半年组织一批会员企业赴北三县考察', '4f76de50-b7f7-5e23-8bd3-6fe1d02c511a', null, 30, 'OPEN', null),
    ('9', 'associations', 'CHANNEL', '向对方推送会员供需信息并及时反馈对接结果', '788fdbb9-3c5c-5f63-a29f-c87bcce5793f', 'association', -4, 'ACTIVE', null)
)
insert into commitment (id, agreement_id, heading, content, debtor_id, owner_id, due_on, state, done_on, created_at)
select md5('示例承诺' || code)::uuid, md5('示例协议' || agreement)::uuid, heading, content, debtor::uuid, (select id from account where login = owner),
       current_date + due, state, current_date + done, timestamptz '2025-12-18 10:00+08' from owed;

insert into commitment_change (id, commitment_id, action, note, changed_by, organization_id, changed_at)
select gen_random_uuid(), md5('示例承诺' || code)::uuid, action, note, (select id from account where login = who),
       (select m.organization_id from membership m join account a on a.id = m.account_id where a.login = who order by m.started_at limit 1),
       case when days is null then timestamptz '2025-12-18 10:00+08' else (current_date + days + time '15:00') at time zone 'Asia/Shanghai' end
  from (values ('1', 'ENTERED', '', 'tz-officer', null), ('1', 'PROGRESS', '示例：第三季度会商已召开，下次会商由通州承办。', 'tz-officer', -50),
    ('2', 'ENTERED', '', 'lf-coord', null), ('2', 'DONE', '示例：联络员名单已互换。', 'lf-coord', -66),
    ('3', 'ENTERED', '', 'tz-officer', null), ('3', 'PROGRESS', '示例：新能源智能网联汽车链已梳理，其余链条征求意见中。', 'tz-officer', -12),
    ('4', 'ENTERED', '', 'lf-coord', null),
    ('5', 'ENTERED', '', 'lf-coord', null), ('5', 'DONE', '示例：首批 8 个两地布局项目已入库。', 'lf-coord', -34),
    ('6', 'ENTERED', '', 'tz-officer', null), ('7', 'ENTERED', '', 'tz-officer', -3),
    ('8', 'ENTERED', '', 'association', null), ('9', 'ENTERED', '', 'association', null),
    ('9', 'PROGRESS', '示例：已推送三批供需信息，待汇总反馈。', 'association', -20)) as c (code, action, note, who, days);
