package org.lianqiao.organizations;

/** 企业规模, by the national statistical division of large, medium, small and micro enterprises. */
public enum OrganizationSize {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
}
