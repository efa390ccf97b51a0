package org.lianqiao.prospects;

/** Whether a prospect is being worked on. */
public enum ProspectStatus {
    OPEN,
    /** 暂缓, with a day to look again. */
    PAUSED,
    /** 终止, with a reason. */
    DROPPED,
    /** In production: the way is complete. */
    DONE;

    /** Whether the office still owes the enterprise something; also what makes a matter unique. */
    public boolean isLive() {
        return this == OPEN || this == PAUSED;
    }
}
