package org.lianqiao.matching;

/** What is said of a match. */
enum Verdict {
    INVITED,
    UNSUITABLE
}
