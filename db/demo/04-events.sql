-- 示例 demo data: invented organisations and dealings; dates are relative to the day of loading.
insert into event (id, number, kind, name_zh, name_en, summary_zh, summary_en, region_code, place_zh, place_en, starts_at, ends_at, capacity, published, created_by, created_at) values
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'MATCHMAKING', '联合招商推介暨跨区域合作对接会（苏州）', 'Joint promotion and matchmaking meeting, Suzhou', '通州区与北三县首次组团赴苏州推介，约 150 家企业、商协会和园区参加，签署两项合作协议。', 'Tongzhou and the three northern counties present themselves together for the first time.', '320500', '苏州国际博览中心', 'Suzhou International Expo Centre', timestamptz '2025-12-17 14:00+08', timestamptz '2025-12-17 17:30+08', 150, true, 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', timestamptz '2025-11-20 09:00+08'),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'HD-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('event_number')::text, 6, '0'), 'MATCHMAKING', '示例·新能源智能网联汽车产业链对接会', 'Smart vehicle chain matchmaking (sample)', '围绕热管理、功率半导体、线束等补链环节，组织整车与零部件企业一对一洽谈。', 'One-to-one meetings for the missing nodes of the vehicle chain.', '131082', '三河燕郊会议中心', 'Yanjiao Conference Centre, Sanhe', (current_date + 21 + time '14:00') at time zone 'Asia/Shanghai', (current_date + 21 + time '17:30') at time zone 'Asia/Shanghai', 80, true, '094fafd6-42d6-5ad9-a6cb-35aa39aebd84', (current_date - 10 + time '09:00') at time zone 'Asia/Shanghai');

insert into event_host (event_id, organization_id, role, position) values
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', 'b4d31119-ce03-501b-b71b-91077377e936', 'HOST', 1),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '19300554-5e32-521b-9379-578835272aff', 'HOST', 2),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '788fdbb9-3c5c-5f63-a29f-c87bcce5793f', 'CO_HOST', 3),
('64d4ce79-9ffa-52d4-9d9e-e9bd445b26f7', '4f76de50-b7f7-5e23-8bd3-6fe1d02c511a', 'CO_HOST', 4),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'f074675d-7195-562e-807b-d8700c2deecb', 'HOST', 1),
('24e11e24-45a6-58fa-b0b5-74da87187c42', 'b4d31119-ce03-501b-b71b-91077377e936', 'CO_HOST', 2);
