package org.lianqiao.prospects.rules;

/** How far an alert has climbed: 责任人, 科长, 分管领导. */
enum AlertLevel {
    OWNER,
    LEAD,
    CHIEF
}
