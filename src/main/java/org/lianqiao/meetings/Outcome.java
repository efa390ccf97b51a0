package org.lianqiao.meetings;

/** How a meeting ended: 有意向, 继续对接, 暂无意向, 其他. */
public enum Outcome {
    PROMISING,
    CONTINUE,
    NO_INTEREST,
    OTHER
}
