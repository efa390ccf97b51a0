package org.lianqiao.administration.organizations;

/** Whether an organisation is on the portal: 未入驻, 已入驻, 已停用. */
enum OrganizationStatus {
    KNOWN,
    REGISTERED,
    SUSPENDED
}
