-- 示例 demo data: what two offices have to settle about invented enterprises; dates are relative to the day of loading.
insert into prospect_transfer (id, prospect_id, from_office_id, to_office_id, reason, stays, state, offered_by, offered_at, approved_by) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0101', '75387990-f658-5090-a35a-1e33141737cc', 'f074675d-7195-562e-807b-d8700c2deecb', 'b4d31119-ce03-501b-b71b-91077377e936', '企业改为优先考虑副中心的配餐市场，总部拟设通州', true, 'OFFERED', '094fafd6-42d6-5ad9-a6cb-35aa39aebd84', (current_date - 1 + time '10:10') at time zone 'Asia/Shanghai', 'f3031ee7-0587-56f6-99e1-86b93a1872c1');

insert into prospect_introducer (prospect_id, organization_id, introduced_by, introduced_at) values
('5137ccac-d721-50b7-a94e-e968decf8e20', 'b4d31119-ce03-501b-b71b-91077377e936', 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', (current_date - 18 + time '15:20') at time zone 'Asia/Shanghai');

insert into partner_request (id, prospect_id, office_id, invited, function, note, asked_by, asked_at) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0201', 'd08f6d6d-a7fe-5a23-8e2a-c6fc48ed207e', 'f074675d-7195-562e-807b-d8700c2deecb', false, 'SUPPORT', '燕郊有临床床位和医护培训资源可配套', '094fafd6-42d6-5ad9-a6cb-35aa39aebd84', (current_date - 1 + time '14:05') at time zone 'Asia/Shanghai');

insert into lead_consultation (id, prospect_id, office_id, wish, function, reason, asked_by, asked_at, due_on) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0301', '10a783bd-5243-5afc-8a1f-594180783cd6', 'f074675d-7195-562e-807b-d8700c2deecb', 'JOINS', 'PRODUCTION', '企业上月到燕郊看过厂房，生产环节愿意放在三河', '094fafd6-42d6-5ad9-a6cb-35aa39aebd84', (current_date - 2 + time '09:30') at time zone 'Asia/Shanghai', current_date + 5);
insert into lead_consultation_answer (consultation_id, office_id, coordinating) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0301', 'b4d31119-ce03-501b-b71b-91077377e936', false);

-- One enterprise registered twice by one office: to be merged.
insert into prospect (id, number, alliance_id, organization_id, matter, holder_office_id, owner_account_id, stage, status, stage_since, attention, sharing, source, source_note, region_code, summary, reported_at, reported_by, reported_office_id, created_at, updated_at) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0401', 'XS-' || to_char(current_date, 'YYYY') || '-' || lpad(nextval('prospect_number')::text, 6, '0'), '6f7974f4-f2c5-5a89-9b1a-c33ea5a0fb89', '0a5da161-ce71-5214-848e-f49d5806a114', '光模块结算中心', 'b4d31119-ce03-501b-b71b-91077377e936', 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', 'LEAD', 'OPEN', (current_date - 4 + time '11:00') at time zone 'Asia/Shanghai', 'KEEP', 'OFFICE', 'REFERRAL', '园区推荐', '110112', '光模块企业，拟在副中心设结算中心。', (current_date - 4 + time '11:00') at time zone 'Asia/Shanghai', 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', 'b4d31119-ce03-501b-b71b-91077377e936', (current_date - 4 + time '11:00') at time zone 'Asia/Shanghai', (current_date - 4 + time '11:00') at time zone 'Asia/Shanghai');
insert into stage_change (id, prospect_id, move, from_stage, to_stage, reason, document_number, changed_by, changed_at) values
('6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0402', '6b1d2f10-3a57-5c1e-8f0a-4d2c7e9a0401', 'OPENED', null, 'LEAD', '', '', 'e6be59ca-1da9-5b9c-9ba0-c48e71c6e343', (current_date - 4 + time '11:00') at time zone 'Asia/Shanghai');

-- What is beyond a first talk was assigned long ago; one side has spoken on the newest.
update prospect set assigned_at = reported_at + interval '3 days' where source = 'EVENT' and stage <> 'LEAD';
insert into lead_assignment (prospect_id, side, office_id, confirmed_by, confirmed_at) values
('e2a2c9b4-3a96-55ee-9c5e-aca37abd5993', 'TZ', '3ccb2717-099f-5843-8532-9e285feb086a', '009845d2-caed-5884-ba5f-ea1312658793', (current_date - 3 + time '10:00') at time zone 'Asia/Shanghai');
