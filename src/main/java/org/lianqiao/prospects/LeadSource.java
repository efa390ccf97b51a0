package org.lianqiao.prospects;

/** How an office came to know of a lead (来源渠道). */
public enum LeadSource {
    INTENT,
    EVENT,
    VISIT,
    REFERRAL,
    ASSOCIATION,
    CALL,
    IMPORT,
    OTHER
}
