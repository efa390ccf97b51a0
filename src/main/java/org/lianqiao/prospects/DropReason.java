package org.lianqiao.prospects;

/** Why a prospect was given up; always together with words. */
enum DropReason {
    NO_DEMAND,
    ELSEWHERE,
    CONDITIONS,
    UNSUITABLE,
    LOST_CONTACT,
    DUPLICATE,
    OTHER
}
