package org.lianqiao.projects;

/** Where a site stands. */
public enum SiteStage {
    PLANNED,
    NEGOTIATING,
    SIGNED,
    STARTED,
    PRODUCING
}
