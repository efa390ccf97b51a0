-- The security administrator looks people up by a part of a name or a sign-in name.
create index account_words on account using gin ((name || ' ' || login) gin_trgm_ops);
create index account_created on account (created_at desc, id desc);
create index membership_role_role on membership_role (role, membership_id);
