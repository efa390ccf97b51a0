package org.lianqiao.prospects;

/** What makes a project landed: the company is registered here, or works have started. */
enum Landing {
    REGISTRATION,
    START
}
