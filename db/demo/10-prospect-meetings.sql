-- 示例 demo data: each meeting with a prospect stands in the prospect's timeline; what was agreed then has been done.
insert into follow_up (id, prospect_id, channel, text, happened_at, next_step, next_owner_id, next_due_on, done_at, done_by, meeting_id, office_id, created_by, created_at)
select gen_random_uuid(), m.prospect_id, 'MEETING', m.minutes, m.held_at, m.next_step, m.next_owner_id, (m.held_at at time zone 'Asia/Shanghai')::date + 7,
       m.held_at + interval '3 days', m.next_owner_id, m.id, m.office_id, m.logged_by, m.held_at + interval '1 hour'
  from meeting m where m.prospect_id is not null and m.next_step <> '' and m.next_owner_id is not null
   and not exists (select from follow_up f where f.meeting_id = m.id);
