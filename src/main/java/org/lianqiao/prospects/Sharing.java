package org.lianqiao.prospects;

/** Who else sees an enterprise's name, its holder and its stage (共享范围): 本单位, 本侧, 两侧. */
enum Sharing {
    OFFICE,
    SIDE,
    BOTH
}
