package org.lianqiao.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Message;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * How the outbox is narrowed; what cannot be read filters nothing.
 *
 * @param q a recipient in full, or a word of the subject
 */
record OutboxFilter(
        @Nullable String channel,
        @Nullable String state,
        @Nullable String q) {

    private Conditions conditions() {
        var state = stateOf();
        return Conditions.where("true")
                .and("channel = :channel", "channel", channelOf())
                .andIf(state != null, state == null ? "" : state.condition)
                .words("(recipient = :whole or subject ilike :q)", q);
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
    }

    Message.@Nullable Channel channelOf() {
        return Lenient.value(Message.Channel.class, channel);
    }

    @Nullable
    OutboxState stateOf() {
        return Lenient.value(OutboxState.class, state);
    }
}
