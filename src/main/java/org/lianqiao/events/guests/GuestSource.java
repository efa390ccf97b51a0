package org.lianqiao.events.guests;

/** How a guest came onto the list: own form, signed in, with an association, by the hosts, from a sheet, at the door. */
public enum GuestSource {
    FORM,
    MEMBER,
    GROUP,
    STAFF,
    IMPORT,
    WALK_IN
}
