package org.lianqiao.events.guests;

/** How far a guest is: 已邀请, 待审核, 候补, 已确认, 未通过, 已取消. Only a confirmed one holds a seat. */
public enum GuestState {
    INVITED,
    PENDING,
    WAITING,
    CONFIRMED,
    REJECTED,
    CANCELLED;

    /** Whether the guest still means to come. */
    public boolean isLive() {
        return this != REJECTED && this != CANCELLED;
    }

    /** Whether the hosts may let the guest in. */
    public boolean isUndecided() {
        return this == PENDING || this == WAITING || this == REJECTED;
    }
}
