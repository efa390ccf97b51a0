-- 示例 demo data: what was asked and answered about projects, how their sites come along, what is counted and how it is shared.
update project_model_site m set region_code = case m.function when 'RESEARCH' then '110112' when 'PILOT' then '131082'
       when 'PRODUCTION' then '131024' else '131028' end;

-- Milestones of every site that is signed or further: what should be reached by now mostly is.
insert into project_milestone (id, project_id, site_id, kind, planned_on, reached_on, note, created_by, created_at)
select md5('示例节点' || s.id || m.kind)::uuid, s.project_id, s.id, m.kind, s.signed_on + m.days,
       case when m.kind = 'START' then s.started_on
            when s.stage = 'PRODUCING' or s.signed_on + m.days + 3 < current_date and m.days < 60 then s.signed_on + m.days + 3 end,
       case when m.kind = 'LAND' then '示例：场地已现场踏勘' else '' end, o.account_id, now() - interval '40 days'
  from project_site s
  join lateral (select x.account_id from membership x join account a on a.id = x.account_id
                 where x.organization_id = s.office_id and a.login like '%-officer' order by a.login limit 1) o on true
  cross join (values ('LAND', 20), ('APPROVAL', 35), ('PERMIT', 70), ('START', 90), ('EQUIPMENT', 240), ('PRODUCTION', 360)) m (kind, days)
 where s.signed_on is not null
   and not (m.kind = 'START' and s.started_on is null and s.stage in ('STARTED', 'PRODUCING'));

insert into project_problem (id, project_id, site_id, content, measure, due_on, raised_by, raised_at, solved_on, solution, solved_by)
select md5('示例问题' || s.id)::uuid, s.project_id, s.id, p.content, p.measure, current_date + p.due, o.account_id, now() - interval '20 days',
       case when p.solved then current_date - 4 end, case when p.solved then '示例：已协调解决' else '' end, case when p.solved then o.account_id end
  from (select s.*, row_number() over (order by s.signed_on, s.id) as n from project_site s where s.signed_on is not null and s.stage <> 'PRODUCING') s
  join (values (1, '双回路供电接入方案待批', '联系供电公司现场勘查，先期使用临时供电', -3, false),
               (2, '恒温车间改造图纸未定', '企业与园区每周对接一次，倒排设计节点', 12, false),
               (3, '人才公寓房源不足', '协调人才公司分两批配租', 20, true),
               (4, '污水处理能力不足', '园区扩容方案报批，先行预处理', 25, false)) p (n, content, measure, due, solved) on p.n = s.n
  join lateral (select x.account_id from membership x join account a on a.id = x.account_id
                 where x.organization_id = s.office_id and a.login like '%-officer' order by a.login limit 1) o on true;

insert into project_week (id, project_id, site_id, week_on, progress, written_by, written_at)
select md5('示例周报' || s.id || w.back)::uuid, s.project_id, s.id, date_trunc('week', current_date - 7 * w.back)::date, w.progress, o.account_id,
       (date_trunc('week', current_date - 7 * w.back)::date + 4 + time '16:00') at time zone 'Asia/Shanghai'
  from project_site s
  join lateral (select x.account_id from membership x join account a on a.id = x.account_id
                 where x.organization_id = s.office_id and a.login like '%-officer' order by a.login limit 1) o on true
  cross join (values (1, '示例：本周召开现场协调会，明确设备进场次序。'), (2, '示例：完成方案复核，企业确认排期。')) w (back, progress)
 where s.signed_on is not null and s.stage <> 'PRODUCING';

-- Signed for the project as a whole: a framework that became a contract and was raised; an investor that joined later.
with numbered as (select p.*, right(p.number, 6)::int as n, (select sum(amount_yuan) from project_site where project_id = p.id) as whole,
       (select min(signed_on) from project_site where project_id = p.id) as signed from project p)
insert into project_signing (id, project_id, kind, signed_on, amount_yuan, organization_id, agreement_id, event_id, paper, created_by, created_at)
select md5('示例签约' || p.id || g.kind)::uuid, p.id, g.kind, least(coalesce(p.signed, current_date - 90) + g.days, current_date - 2), round(p.whole * g.part, -4),
       case when g.kind = 'INVESTOR' then (select id from organization where kind = 'ENTERPRISE' and id <> p.organization_id and name like '示例%' order by name limit 1) end,
       case when g.kind = 'FRAMEWORK' then (select agreement_id from agreement_project where project_id = p.id limit 1) end, null,
       g.paper, p.created_by, now() - interval '30 days' + g.days * interval '1 minute'
  from numbered p
  join (values (1, 'FRAMEWORK', 0, 0.8, '示例：项目合作框架协议'), (1, 'CONTRACT', 20, 0.8, '示例：项目投资合同'),
               (1, 'INCREASE', 45, 1.0, '示例：补充协议（增资）'), (3, 'CONTRACT', 0, 1.0, '示例：项目投资合同'),
               (3, 'INVESTOR', 40, 0.2, '示例：增资入股协议')) g (n, kind, days, part, paper) on g.n = p.n
 where p.whole is not null;

-- Shares agreed for statistics.
insert into project_share_basis (project_id, measure, basis, updated_by, updated_at)
select p.id, m.measure, m.basis, p.created_by, now() - interval '25 days'
  from project p cross join (values ('INVESTMENT', '示例：按各落位协议投资额，双方商定'), ('OUTPUT', '示例：按产值归属地，双方会商纪要')) m (measure, basis)
 where right(p.number, 6)::int in (1, 3);
insert into project_share (project_id, measure, region_code, percent)
select b.project_id, b.measure, s.region_code,
       case when s.region_code = '110112' then case b.measure when 'INVESTMENT' then 40 else 30 end
            else case b.measure when 'INVESTMENT' then 60 else 70 end end
  from project_share_basis b join project_site s on s.project_id = b.project_id;

-- One consultation agreed and recorded, one in which an answer is missing, one that met with a no.
with asked (n, code, question, state, outcome, days, due) as (values
    (1, 'done', '拟按“通州总部研发、香河生产制造”两地布局推进，一期投资和用地见落位。请研究是否同意。', 'RECORDED', 'AGREED', -40, -33),
    (2, 'open', '拟将三河整机装配线由两条增至三条，研发总部仍在通州。请研究是否同意，并提出需要协调的事项。', 'OPEN', null, -3, 4),
    (5, 'no', '拟由三河先行中试、大厂承接量产，用地指标由大厂落实。请研究是否同意。', 'OPEN', null, -9, -2)
), p as (select p.*, right(p.number, 6)::int as n from project p)
insert into consultation (id, number, project_id, kind, question, state, outcome, due_on, office_id, proposed_by, proposed_at, disagreed_at,
       paper, paper_number, paper_on, conclusion, recorded_by, recorded_office_id, recorded_at)
select md5('示例会商' || a.code)::uuid, 'HS-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('consultation_number')::text, 6, '0'), p.id, 'REVIEW',
       a.question, a.state, a.outcome, current_date + a.due, p.holder_office_id, p.created_by, now() + a.days * interval '1 day',
       case when a.code = 'no' then now() - interval '4 days' end,
       case when a.state = 'RECORDED' then 'MINUTES' end, case when a.state = 'RECORDED' then '示例联席纪〔' || to_char(current_date, 'YYYY') || '〕3号' else '' end,
       case when a.state = 'RECORDED' then current_date - 33 end, case when a.state = 'RECORDED' then '各方同意按两地布局推进。' else '' end,
       case when a.state = 'RECORDED' then j.id end, case when a.state = 'RECORDED' then l.joint_office_id end,
       case when a.state = 'RECORDED' then now() - interval '32 days' end
  from asked a join p on p.n = a.n join alliance l on l.id = p.alliance_id cross join (select id from account where login = 'joint') j
 order by a.n;
insert into consultation_party (consultation_id, organization_id, answer, answer_text, answered_by, answered_at, draft_answer, draft_text, drafted_by, drafted_at)
select c.id, s.office_id, g.answer, coalesce(g.text, ''), case when g.answer is not null then o.lead end, case when g.answer is not null then c.proposed_at + interval '3 days' end,
       g.draft, coalesce(g.draft_text, ''), case when g.draft is not null then o.officer end, case when g.draft is not null then c.proposed_at + interval '2 days' end
  from consultation c
  join (select distinct project_id, office_id from project_site) s on s.project_id = c.project_id
  join lateral (select (select x.account_id from membership x join account a on a.id = x.account_id where x.organization_id = s.office_id and a.login like '%-lead' limit 1) as lead,
                       (select x.account_id from membership x join account a on a.id = x.account_id where x.organization_id = s.office_id and a.login like '%-officer' limit 1) as officer) o on true
  left join (values ('done', true, 'AGREE', null, null, null), ('done', false, 'AGREE', '', null, null),
                    ('open', true, 'AGREE', '', null, null), ('open', false, null, null, 'AMEND', '第三条线放到二期，先落实双回路供电。'),
                    ('no', true, 'AGREE', '', null, null), ('no', false, 'REFUSE', '年度用地指标尚未落实，暂不具备承接条件。', null, null))
       g (code, holder, answer, text, draft, draft_text) on md5('示例会商' || g.code)::uuid = c.id and g.holder = (s.office_id = c.office_id);
insert into consultation_step (id, consultation_id, organization_id, what, answer, text, done_by, done_at)
select gen_random_uuid(), id, office_id, 'PROPOSED', null, '', proposed_by, proposed_at from consultation
union all select gen_random_uuid(), consultation_id, organization_id, 'DRAFTED', draft_answer, draft_text, drafted_by, drafted_at from consultation_party where drafted_at is not null
union all select gen_random_uuid(), consultation_id, organization_id, 'GIVEN', answer, answer_text, answered_by, answered_at from consultation_party where answered_at is not null
union all select gen_random_uuid(), id, recorded_office_id, 'RECORDED', outcome, paper_number, recorded_by, recorded_at from consultation where recorded_at is not null;
