package org.lianqiao.catalogue;

/** How two products belong together. */
public enum ProductRelation {
    /** What the first is goes into the second: 上游材料, and 下游产品 seen from the other end. */
    SUPPLIES,
    /** The second is a kind of the first: 产品小类. */
    INCLUDES
}
