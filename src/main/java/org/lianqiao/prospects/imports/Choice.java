package org.lianqiao.prospects.imports;

/** What a person decides about a row; nothing decided is what its verdict proposes. */
enum Choice {
    SKIP,
    /** It is the record that it resembles. */
    UPDATE,
    /** It is another one. */
    NEW
}
