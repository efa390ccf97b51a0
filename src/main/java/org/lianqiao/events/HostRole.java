package org.lianqiao.events;

/** 主办 or 协办. */
enum HostRole {
    HOST,
    CO_HOST
}
