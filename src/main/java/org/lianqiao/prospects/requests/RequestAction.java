package org.lianqiao.prospects.requests;

/** What is done with a request. */
enum RequestAction {
    ASKED,
    /** The measure that is to solve it. */
    WORK,
    ANSWER,
    /** Who asked is not served by the answer. */
    REOPEN,
    /** To another office or department (改派). */
    REASSIGN
}
