package org.lianqiao.intents;

/** What happened to an intent. */
public enum IntentAction {
    SUBMITTED,
    VERIFIED,
    ASSIGNED,
    PASSED_ON,
    QUERIED,
    ANSWERED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
