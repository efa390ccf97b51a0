package org.lianqiao.prospects;

/** What can be done to several prospects at once. */
enum BulkVerb {
    ASSIGN,
    MOVE,
    /** Plans the next step. */
    NEXT,
    ATTEND,
    /** 催办: who has it is told; what was told cannot be taken back. */
    REMIND;

    boolean isUndoable() {
        return this != REMIND;
    }
}
