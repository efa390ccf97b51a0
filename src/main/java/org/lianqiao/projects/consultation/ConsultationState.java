package org.lianqiao.projects.consultation;

/** Where a consultation stands. */
enum ConsultationState {
    OPEN,
    RECORDED,
    WITHDRAWN
}
