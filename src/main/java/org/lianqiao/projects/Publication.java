package org.lianqiao.projects;

/** Whether everybody may read of a project. */
enum Publication {
    INTERNAL,
    PROPOSED,
    PUBLISHED
}
