package org.lianqiao.events;

/** Whether guests may register: not, at once, or after the hosts have looked. */
public enum Registering {
    CLOSED,
    OPEN,
    APPROVAL
}
