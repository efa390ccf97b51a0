package org.lianqiao.events;

/** What an event is for: 对接会, 推介会, 签约会. */
enum EventKind {
    MATCHMAKING,
    PROMOTION,
    SIGNING
}
