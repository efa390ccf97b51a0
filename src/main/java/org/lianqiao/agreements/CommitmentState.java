package org.lianqiao.agreements;

/** Where a commitment stands. */
enum CommitmentState {
    /** 待确认: another party entered it; nobody owes it before the debtor has said so. */
    PROPOSED,
    /** 待落实. */
    OPEN,
    /** 推进中. */
    ACTIVE,
    /** 已落实. */
    DONE,
    /** 未认可: the debtor does not take it on. */
    REFUSED,
    /** 已终止. */
    DROPPED;

    /** Whether it is owed and not yet kept. */
    boolean isOwed() {
        return this == OPEN || this == ACTIVE;
    }
}
