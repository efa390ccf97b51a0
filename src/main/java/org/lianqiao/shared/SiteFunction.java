package org.lianqiao.shared;

/** What a region or a site is for: 总部研发, 中试孵化, 生产制造, 配套服务. */
public enum SiteFunction {
    RESEARCH,
    PILOT,
    PRODUCTION,
    SUPPORT
}
