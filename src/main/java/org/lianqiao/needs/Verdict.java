package org.lianqiao.needs;

/** What a reviewer answers. */
enum Verdict {
    APPROVE,
    RETURN,
    REJECT
}
