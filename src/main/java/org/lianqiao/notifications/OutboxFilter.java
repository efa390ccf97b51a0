package org.lianqiao.notifications;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Message;
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
    String where() {
        var sql = new StringBuilder("true");
        if (channelOf() != null) sql.append(" and channel = :channel");
        var state = stateOf();
        if (state != null) sql.append(" and ").append(state.condition);
        if (Lenient.pattern(q) != null) sql.append(" and (recipient = :whole or subject ilike :q)");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        var channel = channelOf();
        if (channel != null) values.put("channel", channel.name());
        var words = Lenient.pattern(q);
        if (words != null) {
            values.put("q", words);
            values.put("whole", String.valueOf(q).strip());
        }
        return values;
    }

    Message.@Nullable Channel channelOf() {
        return Lenient.value(Message.Channel.class, channel);
    }

    @Nullable
    OutboxState stateOf() {
        return Lenient.value(OutboxState.class, state);
    }
}
