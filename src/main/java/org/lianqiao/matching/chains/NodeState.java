package org.lianqiao.matching.chains;

/** How a node stands in the alliance. */
public enum NodeState {
    /** An advantage to build on (强链). */
    STRONG,
    /** Somebody is there. */
    COVERED,
    /** Nobody is there, and somebody asks for it (补链). */
    GAP,
    /** Nobody is there, and nobody asks yet. */
    VACANT
}
