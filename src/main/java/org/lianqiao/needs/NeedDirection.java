package org.lianqiao.needs;

/** Whether something is offered (供给) or sought (需求). */
public enum NeedDirection {
    OFFER,
    SEEK
}
