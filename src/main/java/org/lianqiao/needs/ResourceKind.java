package org.lianqiao.needs;

/** A resource: 医疗资源, 高校人才, 政策. */
public enum ResourceKind {
    MEDICAL,
    TALENT,
    POLICY
}
