-- The chains under the names by which people look for them.
insert into search_synonym (id, word, means, mutual)
select md5('synonym ' || word)::uuid, word, string_to_array(means, ' '), mutual from (values
('新能源汽车', '新能源智能网联汽车', true),
('电动汽车', '新能源智能网联汽车', false),
('智能网联汽车', '新能源智能网联汽车', true),
('医药健康', '生物医药与大健康 生物医药', false),
('生物医药', '生物医药与大健康', false),
('数字产业', '数字经济', true),
('网络安全', '网络安全和工业互联网 信息安全', false),
('工业互联网', '网络安全和工业互联网', false)
) as words (word, means, mutual)
on conflict (lower(word)) do update set means = excluded.means, mutual = excluded.mutual;

update region set short_zh = '新疆' where code = '650000' and short_zh = '新疆维吾尔';
