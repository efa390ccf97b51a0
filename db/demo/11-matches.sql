-- 示例 demo data: invented organisations and dealings; dates are relative to the day of loading.
insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, title_en, description, chain_id, node_id, region_code, function, amount_yuan, quantity, quantity_unit, expires_on, submitted_at, published_at, created_at, updated_at)
select 'c1c9a3f2-6a8e-5b0c-9d55-3f7be1a80411', 'XQ-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('need_number')::text, 6, '0'), o.id, a.id, 'PUBLISHED', 'SEEK', 'STRENGTHEN', 'PRODUCT',
       '寻求储能电池就近配套', 'Storage batteries, supplied nearby', '（示例）为本地工商业储能柜产线配套磷酸铁锂储能电池，年需求约 600 兆瓦时，要求具备模组与成组能力，交付半径 150 公里以内。',
       n.chain_id, n.id, '131028', 'PRODUCTION', 48000000, 600, '兆瓦时/年', current_date + 120,
       (current_date - 6 + time '09:00') at time zone 'Asia/Shanghai', (current_date - 4 + time '09:00') at time zone 'Asia/Shanghai',
       (current_date - 7 + time '09:00') at time zone 'Asia/Shanghai', (current_date - 4 + time '09:00') at time zone 'Asia/Shanghai'
  from organization o, account a, chain_node n where o.name = '大厂回族自治县投资促进局（示例）' and a.login = 'dc-officer' and n.name_zh = '储能系统';

insert into need_change (id, need_id, from_state, to_state, reason, changed_by, changed_at)
select gen_random_uuid(), 'c1c9a3f2-6a8e-5b0c-9d55-3f7be1a80411', c.f, c.t, '', a.id, (current_date - c.d + time '09:00') at time zone 'Asia/Shanghai'
  from (values (null, 'DRAFT', 7, 'dc-officer'), ('DRAFT', 'SUBMITTED', 6, 'dc-officer'), ('SUBMITTED', 'PUBLISHED', 4, 'dc-reviewer')) as c (f, t, d, who)
  join account a on a.login = c.who;

-- An association brings its member to a need; an office invites for another; an owner says who does not suit.
insert into match_feedback (id, need_id, organization_id, verdict, reason, note, given_for, given_by, given_at)
select f.id::uuid, n.id, e.id, f.verdict, f.reason, f.note, o.id, a.id, (current_date - f.d + time '10:00') at time zone 'Asia/Shanghai'
  from (values
    ('0d5f6f0a-2f0e-5c53-8f0b-6a0a5a2f9a01', '寻求储能电池就近配套', '示例·安途动力电池（三河）有限公司', 'INVITED', null, '', '北京市协同发展服务促进会', 'association', 3),
    ('0d5f6f0a-2f0e-5c53-8f0b-6a0a5a2f9a02', '寻求车规级功率模块长期供应', '示例·恒芯半导体（苏州）有限公司', 'INVITED', null, '', '三河市投资促进局（示例）', 'sh-officer', 5),
    ('0d5f6f0a-2f0e-5c53-8f0b-6a0a5a2f9a03', '寻求车规级功率模块长期供应', '示例·晶析半导体材料（三河）有限公司', 'UNSUITABLE', 'PRODUCT', '做衬底材料，不做模块', '示例·安途动力电池（三河）有限公司', 'enterprise', 8)
  ) as f (id, title, enterprise, verdict, reason, note, by_organization, by_login, d)
  join need n on n.title = f.title join organization e on e.name = f.enterprise
  join organization o on o.name = f.by_organization join account a on a.login = f.by_login;
