package org.lianqiao.events.outcomes;

/** What a guest says of a meeting: 有意向, 继续对接, 暂无意向, 未见. */
enum Told {
    PROMISING,
    CONTINUE,
    NO_INTEREST,
    MISSED
}
