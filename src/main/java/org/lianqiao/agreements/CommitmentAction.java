package org.lianqiao.agreements;

/** What happens to a commitment. */
enum CommitmentAction {
    ENTERED,
    CONFIRMED,
    REFUSED,
    PROGRESS,
    DUE,
    DONE,
    DROPPED,
    URGED
}
