package org.lianqiao.projects;

/** From where a reader looks at a project. */
enum Seat {
    /** An office of a site, the holder, or the office coordinating the side of a site: reads all of it. */
    OFFICE,
    /** The investing enterprise: reads what it is asked to agree to, not the offices' notes. */
    ENTERPRISE,
    /** Everybody: what is published. */
    PUBLIC
}
