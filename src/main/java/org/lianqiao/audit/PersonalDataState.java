package org.lianqiao.audit;

/** Where a request stands. */
enum PersonalDataState {
    OPEN,
    ANSWERED,
    REFUSED
}
