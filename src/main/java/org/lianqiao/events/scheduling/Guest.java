package org.lianqiao.events.scheduling;

/**
 * Somebody who takes part in meetings.
 *
 * @param slots in which the guest is there and free for meetings, bit 0 for the first slot
 * @param promised how many meetings the guest is to get at least, where the wishes allow as many
 */
public record Guest(long slots, int promised) {
    /** All slots of an event. */
    public static final long ALWAYS = -1L;

    public Guest {
        if (promised < 0) throw new IllegalArgumentException("nobody is promised less than nothing");
    }

    /** There from the first slot to the last, with one meeting promised. */
    public Guest() {
        this(ALWAYS, 1);
    }
}
