package org.lianqiao.events.wishes;

/** How much one wants to meet another: 一定要见, 希望见, 不便见. */
public enum WishKind {
    MUST,
    WOULD,
    RATHER_NOT
}
