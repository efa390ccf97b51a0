package org.lianqiao.prospects.reports;

/** 新增, 推进, 逾期, 签约, 落地, 终止. */
enum Section {
    NEW,
    MOVED,
    OVERDUE,
    SIGNED,
    LANDED,
    DROPPED
}
