create table notification (
    id uuid primary key,
    account_id uuid not null references account,
    message_key text not null,
    args text[] not null default '{}',
    link text not null default '',
    created_at timestamptz not null,
    read_at timestamptz
);
create index notification_unread on notification (account_id, created_at desc) where read_at is null;
create index notification_account on notification (account_id, created_at desc);

create table outbox_message (
    id uuid primary key,
    channel text not null check (channel in ('MAIL', 'SMS')),
    recipient text not null,
    subject text not null default '',
    body text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    attempts int not null default 0,
    last_error text
);
create index outbox_message_created on outbox_message (created_at desc, id desc);
create index outbox_message_waiting on outbox_message (created_at) where sent_at is null;
