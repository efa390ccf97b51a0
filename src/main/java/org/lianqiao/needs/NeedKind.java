package org.lianqiao.needs;

/** 强链, 补链, 延链: strengthen an advantage, fill a missing node, reach further up or down. */
public enum NeedKind {
    STRENGTHEN,
    FILL,
    EXTEND
}
