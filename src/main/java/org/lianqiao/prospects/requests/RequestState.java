package org.lianqiao.prospects.requests;

/** 待回应, 协调中, 已回应. */
enum RequestState {
    WAITING,
    WORKING,
    ANSWERED;

    boolean isOpen() {
        return this != ANSWERED;
    }
}
