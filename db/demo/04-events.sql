-- 示例 demo data: invented organisations and dealings; dates are relative to the day of loading. The Suzhou event is the article's.
insert into event (id, number, kind, name_zh, name_en, summary_zh, summary_en, region_code, place_zh, place_en, starts_at, ends_at, capacity, published, created_by, created_at) values
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'MATCHMAKING', '联合招商推介暨跨区域合作对接会（苏州）', 'Joint promotion and matchmaking meeting, Suzhou', E'通北示范区首次整体组团赴苏州，举办联合招商推介暨跨区域合作对接会，企业、商协会和园区约 150 人参加。\n\n会上，通州区与廊坊市签署合作协议；北京市协同发展服务促进会与苏州市产业园发展促进会签署合作协议。双方约定从机制、产业、项目、渠道四个方面合作，按强链、补链、延链共建联合招商项目库，推广“总部研发＋生产基地”的两地布局。\n\n示例说明：本页会场与起止时刻为示例。', E'For the first time the Tongzhou – Northern Langfang demonstration zone went out as one: about 150 guests from enterprises, associations and parks met in Suzhou.\n\nTwo agreements were signed: between Tongzhou and Langfang, and between the associations of Beijing and Suzhou. Both sides build one library of joint projects, with headquarters and R&D on one side and production on the other.\n\nSample: hall and hours on this page are examples.', '320500', '苏州市（会场为示例）', 'Suzhou (hall: sample)', timestamptz '2025-12-17 14:00+08', timestamptz '2025-12-17 17:30+08', 150, true, 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', timestamptz '2025-11-20 09:00+08'),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'MATCHMAKING', '示例·新能源智能网联汽车产业链对接会', 'Smart vehicle chain matchmaking (sample)', E'围绕热管理、功率半导体、线束等补链环节，组织整车与零部件企业一对一洽谈。\n\n上午介绍三河、香河载体条件与通州研发平台，下午分桌洽谈，每场 20 分钟。', 'One-to-one talks between vehicle makers and suppliers of the missing nodes: thermal management, power semiconductors, wiring harnesses.', '131082', '三河燕郊会议中心', 'Yanjiao Conference Centre, Sanhe', (current_date + 21 + time '14:00') at time zone 'Asia/Shanghai', (current_date + 21 + time '17:30') at time zone 'Asia/Shanghai', 80, true, '094fafd6-42d6-5ad9-a6cb-35aa39aebd84', (current_date - 10 + time '09:00') at time zone 'Asia/Shanghai'),
('8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'PROMOTION', '示例·生物医药与大健康产业推介会', 'Biomedicine and health promotion (sample)', E'面向创新药、细胞治疗和高端医疗器械企业，介绍通州临床资源与北三县中试、生产载体。\n\n设“总部研发＋生产基地”两地布局咨询台。', 'For makers of new drugs, cell therapies and devices: clinical resources in Tongzhou, pilot and production sites in the northern counties.', '110112', '通州张家湾设计小镇会议厅', 'Conference Hall, Zhangjiawan, Tongzhou', (current_date + 38 + time '09:30') at time zone 'Asia/Shanghai', (current_date + 38 + time '12:00') at time zone 'Asia/Shanghai', 120, true, 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', (current_date - 6 + time '10:00') at time zone 'Asia/Shanghai'),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'MATCHMAKING', '示例·机器人与高端工业母机供需洽谈周', 'Robots and machine tools: a week of talks (sample)', '整机企业发布采购清单，零部件企业预约到厂洽谈，为期三天。', 'Three days in the factories: makers publish what they buy, suppliers come to talk.', '131024', '香河机器人小镇', 'Robot Town, Xianghe', (current_date + 52 + time '09:00') at time zone 'Asia/Shanghai', (current_date + 54 + time '17:00') at time zone 'Asia/Shanghai', 60, true, '946c375b-6ba6-5f80-aeed-88854c10ea1c', (current_date - 3 + time '15:00') at time zone 'Asia/Shanghai'),
('86f6e954-3ca3-549c-90fe-37d01ca4b005', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'SIGNING', '示例·数字经济总部商务区项目集中签约', 'Digital economy projects: signing (sample)', '大厂数字经济总部商务区一批示例项目集中签约，涉及智算服务与数据标注。', 'Sample projects of the Dachang digital business district are signed together.', '131028', '大厂数字经济总部商务区', 'Digital Business District, Dachang', (current_date - 32 + time '10:00') at time zone 'Asia/Shanghai', (current_date - 32 + time '11:30') at time zone 'Asia/Shanghai', 90, true, '7d509d24-42b9-5169-82a6-60f7c612f250', (current_date - 50 + time '09:00') at time zone 'Asia/Shanghai'),
('940376e0-6b96-588a-ac5b-0928ac0dcf8e', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'PROMOTION', '示例·文化旅游联合推介会（筹备稿）', '', '筹备中：大运河文化旅游线路与影视基地联合推介。', '', '131024', '香河（待定）', '', (current_date + 75 + time '14:00') at time zone 'Asia/Shanghai', (current_date + 75 + time '16:30') at time zone 'Asia/Shanghai', 100, false, '946c375b-6ba6-5f80-aeed-88854c10ea1c', (current_date - 1 + time '11:00') at time zone 'Asia/Shanghai');

insert into event_host (event_id, organization_id, role, position) values
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', 'b4d31119-ce03-501b-b71b-91077377e936', 'HOST', 1),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '19300554-5e32-521b-9379-578835272aff', 'HOST', 2),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '788fdbb9-3c5c-5f63-a29f-c87bcce5793f', 'CO_HOST', 3),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '4f76de50-b7f7-5e23-8bd3-6fe1d02c511a', 'CO_HOST', 4),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'f074675d-7195-562e-807b-d8700c2deecb', 'HOST', 1),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'b4d31119-ce03-501b-b71b-91077377e936', 'CO_HOST', 2),
('8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', 'b4d31119-ce03-501b-b71b-91077377e936', 'HOST', 1),
('8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', '3ccb2717-099f-5843-8532-9e285feb086a', 'HOST', 2),
('8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', '788fdbb9-3c5c-5f63-a29f-c87bcce5793f', 'CO_HOST', 3),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', '3ccb2717-099f-5843-8532-9e285feb086a', 'HOST', 1),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', 'b4d31119-ce03-501b-b71b-91077377e936', 'CO_HOST', 2),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', '4f76de50-b7f7-5e23-8bd3-6fe1d02c511a', 'CO_HOST', 3),
('86f6e954-3ca3-549c-90fe-37d01ca4b005', '340e39e2-ef82-5df5-a1b5-1f6f328444fc', 'HOST', 1),
('86f6e954-3ca3-549c-90fe-37d01ca4b005', 'b4d31119-ce03-501b-b71b-91077377e936', 'HOST', 2),
('86f6e954-3ca3-549c-90fe-37d01ca4b005', '19300554-5e32-521b-9379-578835272aff', 'CO_HOST', 3),
('940376e0-6b96-588a-ac5b-0928ac0dcf8e', '3ccb2717-099f-5843-8532-9e285feb086a', 'HOST', 1),
('940376e0-6b96-588a-ac5b-0928ac0dcf8e', 'b4d31119-ce03-501b-b71b-91077377e936', 'CO_HOST', 2),
('940376e0-6b96-588a-ac5b-0928ac0dcf8e', '340e39e2-ef82-5df5-a1b5-1f6f328444fc', 'CO_HOST', 3);

insert into event_chain (event_id, chain_id) values
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', (select id from industry_chain where code = 'nev')),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', (select id from industry_chain where code = 'bio')),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', (select id from industry_chain where code = 'digital')),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', (select id from industry_chain where code = 'culture')),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', (select id from industry_chain where code = 'advanced')),
('24e11e24-45a6-58fa-b0b5-74da87187c42', (select id from industry_chain where code = 'nev')),
('8c62fb29-7bd1-59e1-8190-f7fe1e3a6763', (select id from industry_chain where code = 'bio')),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', (select id from industry_chain where code = 'robot')),
('2823da6f-bc97-5303-9aa7-8c4467d6c6fc', (select id from industry_chain where code = 'machine')),
('86f6e954-3ca3-549c-90fe-37d01ca4b005', (select id from industry_chain where code = 'digital')),
('940376e0-6b96-588a-ac5b-0928ac0dcf8e', (select id from industry_chain where code = 'culture'));
