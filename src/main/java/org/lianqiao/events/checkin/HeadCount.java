package org.lianqiao.events.checkin;

/** How many are here of those who are expected. */
record HeadCount(int here, int expected) {
    /** In percent, of whom is expected. */
    public int share() {
        return expected == 0 ? 0 : 100 * here / expected;
    }
}
