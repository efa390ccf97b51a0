package org.lianqiao.intents;

/** Where an intent stands, and what may follow. The table is here and nowhere else. */
public enum IntentState {
    DRAFT,
    /** 待核验: the sender has no account; the office calls before it accepts. */
    UNVERIFIED,
    /** 待分派: no office is responsible yet. */
    UNASSIGNED,
    SUBMITTED,
    QUERIED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    /** Waits for an office's answer. */
    public boolean isWaiting() {
        return this == UNVERIFIED || this == UNASSIGNED || this == SUBMITTED || this == QUERIED;
    }

    boolean allows(IntentAction action) {
        return switch (action) {
            case SUBMITTED -> this == DRAFT;
            case VERIFIED -> this == UNVERIFIED;
            case ASSIGNED -> this == UNVERIFIED || this == UNASSIGNED;
            case PASSED_ON, QUERIED -> this == UNVERIFIED || this == SUBMITTED;
            case ACCEPTED, DECLINED -> isWaiting() && this != UNASSIGNED;
            case ANSWERED -> this == QUERIED;
            case WITHDRAWN -> this == DRAFT || isWaiting();
        };
    }
}
