package org.lianqiao.meetings;

/** From where a reader looks at a meeting. */
enum Seat {
    /** The office that logged it: edits it. */
    LOGGER,
    /** An office that took part, or works the prospect: reads all of it. */
    OFFICE,
    /** An enterprise, association or park that took part: reads that it took place, and the rest where shared. */
    PARTY,
    /** The office that coordinates the side: reads all but the minutes. */
    COORDINATOR;

    boolean isOffice() {
        return this == LOGGER || this == OFFICE;
    }
}
