package org.lianqiao.notifications;

/** What became of a message. */
enum OutboxState {
    WAITING("sent_at is null and last_error is null and attempts = 0"),
    /** Nothing to send with: it stands in the outbox. */
    KEPT("sent_at is null and last_error is null and attempts > 0"),
    FAILED("sent_at is null and last_error is not null"),
    SENT("sent_at is not null");

    final String condition;

    OutboxState(String condition) {
        this.condition = condition;
    }
}
