package org.lianqiao.prospects.consultation;

/** How a disputed lead may go on. */
enum LeadOutcome {
    HOLDER_STAYS,
    HOLDER_CHANGES,
    JOINS
}
