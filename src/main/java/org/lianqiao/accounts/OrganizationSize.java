package org.lianqiao.accounts;

/** 企业规模, by the national statistical division of large, medium, small and micro enterprises. */
enum OrganizationSize {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
}
