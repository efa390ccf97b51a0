package org.lianqiao.prospects;

/** How closely a prospect is followed: 重点跟进, 保持对接, 不再跟进. */
public enum Attention {
    FOCUS,
    KEEP,
    REST
}
