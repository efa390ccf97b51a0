package org.lianqiao.shared;

/** What a person may do within one organisation. */
public enum Role {
    /** A person of an enterprise, association or park. */
    MEMBER,
    /** Manages the own organisation: its profile and its people. */
    MANAGER,
    /** 经办 of an office or department. */
    OFFICER,
    /** 科长 of an office or department. */
    LEAD,
    /** 审核员: decides on registrations and needs of the office's region. */
    REVIEWER,
    /** Reviews what waits too long or has no region. */
    REVIEW_ADMIN,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDITOR
}
