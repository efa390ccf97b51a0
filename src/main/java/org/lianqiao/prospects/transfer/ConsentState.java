package org.lianqiao.prospects.transfer;

/** What the enterprise says to its contact going to another office. Silence is no consent. */
enum ConsentState {
    /** No contact goes along. */
    NONE,
    ASKED,
    GIVEN,
    REFUSED
}
