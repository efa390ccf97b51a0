package org.lianqiao.catalogue.editing;

/** Where on a chain a node stands. */
enum Stream {
    UPSTREAM,
    MIDSTREAM,
    DOWNSTREAM
}
