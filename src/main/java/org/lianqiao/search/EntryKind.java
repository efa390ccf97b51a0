package org.lianqiao.search;

/** What an entry is the entry of. */
public enum EntryKind {
    NEED,
    PROJECT,
    ORGANIZATION,
    EVENT,
    CHAIN,
    NODE,
    PRODUCT,
    INDUSTRY
}
