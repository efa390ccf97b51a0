package org.lianqiao.events.schedule;

/** Being computed, ready to look at, published, replaced by a later one, or failed. */
enum ScheduleState {
    COMPUTING,
    READY,
    PUBLISHED,
    REPLACED,
    FAILED
}
