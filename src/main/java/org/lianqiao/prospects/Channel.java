package org.lianqiao.prospects;

/** How a follow-up took place; a plan has not taken place yet. */
enum Channel {
    CALL,
    VISIT,
    RECEPTION,
    MEETING,
    MESSAGE,
    PLAN;

    boolean isContact() {
        return this != PLAN;
    }
}
