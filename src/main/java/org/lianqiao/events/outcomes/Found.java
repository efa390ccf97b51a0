package org.lianqiao.events.outcomes;

/** Whether a guest met whom he was looking for: 找到了, 部分找到, 没有找到. */
enum Found {
    YES,
    SOME,
    NO
}
