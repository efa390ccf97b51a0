package org.lianqiao.matching;

/** Why an enterprise does not fit a need; the first three speak of what it can do and count at like needs too. */
enum Unsuitable {
    PRODUCT,
    CAPACITY,
    QUALIFICATION,
    REGION,
    TERMS,
    COOPERATING,
    OTHER;

    boolean isDoubt() {
        return ordinal() <= QUALIFICATION.ordinal();
    }
}
