package org.lianqiao.projects.consultation;

/** About the project as a whole, or about one site that is to go to another region. */
enum ConsultationKind {
    REVIEW,
    HANDOVER
}
