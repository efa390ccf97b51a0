-- The outbox is filtered by channel and looked through for one recipient.
create index outbox_message_channel on outbox_message (channel, created_at desc, id desc);
create index outbox_message_recipient on outbox_message (recipient);
