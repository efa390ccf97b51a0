package org.lianqiao.intents;

import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;

/** How the inbox is narrowed, as typed in the address. */
record InboxFilter(
        @Nullable String state,
        @Nullable String q,
        @Nullable String scope) {
    @Nullable
    IntentState stateOf() {
        return Lenient.value(IntentState.class, state);
    }

    /** The whole side, for its coordinating office. */
    public boolean isSide() {
        return "side".equals(scope);
    }
}
