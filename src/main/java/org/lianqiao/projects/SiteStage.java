package org.lianqiao.projects;

/** Where a site stands. */
enum SiteStage {
    PLANNED,
    NEGOTIATING,
    SIGNED,
    STARTED,
    PRODUCING
}
