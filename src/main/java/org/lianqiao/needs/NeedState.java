package org.lianqiao.needs;

/** Where a need stands. The table of moves is here and nowhere else. */
public enum NeedState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    REJECTED,
    PUBLISHED,
    EXPIRED,
    MET,
    WITHDRAWN;

    boolean canBecome(NeedState next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED || next == WITHDRAWN;
            case SUBMITTED -> next == PUBLISHED || next == RETURNED || next == REJECTED || next == WITHDRAWN;
            case RETURNED -> next == SUBMITTED || next == WITHDRAWN;
            case PUBLISHED -> next == SUBMITTED || next == EXPIRED || next == MET || next == WITHDRAWN;
            case EXPIRED -> next == PUBLISHED || next == MET || next == WITHDRAWN;
            case REJECTED, MET, WITHDRAWN -> false;
        };
    }

    boolean canBeEdited() {
        return this == DRAFT || this == RETURNED || this == PUBLISHED;
    }
}
