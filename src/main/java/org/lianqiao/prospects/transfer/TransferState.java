package org.lianqiao.prospects.transfer;

/** Where a transfer stands. One that is proposed or offered is open: the prospect shows 流转中. */
enum TransferState {
    /** 经办 proposes, the own 科长 has to agree. */
    PROPOSED,
    OFFERED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == PROPOSED || this == OFFERED;
    }
}
