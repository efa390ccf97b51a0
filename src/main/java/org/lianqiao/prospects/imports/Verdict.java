package org.lianqiao.prospects.imports;

/** What a row is to the ledger as it stands. */
enum Verdict {
    NEW,
    /** Our number, or code and matter, name a record of the office. */
    UPDATE,
    /** Says nothing that the record does not say. */
    SAME,
    /** May be a record of the office: a person decides. */
    SIMILAR,
    /** Another office follows this matter already. */
    CLASH,
    /** Cannot come in as it is. */
    BAD
}
