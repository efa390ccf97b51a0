package org.lianqiao.events.scheduling;

/**
 * What guests were told, and how far it may still be changed.
 *
 * @param slots the slot in which each wish is published, from 0, or {@link Wish#NOWHERE}
 * @param tables the table at which each wish is published, from 0, or {@link Wish#NOWHERE}
 * @param changesFrom the first slot in which anything may change: the one after the next to begin. Earlier meetings stay
 *     as they are, unless one of their guests is not there
 * @param mostMoved how many published meetings that could stay may be moved or given up at most
 */
public record Published(int[] slots, int[] tables, int changesFrom, int mostMoved) {
    static final Published NOTHING = new Published(new int[0], new int[0], 0, Integer.MAX_VALUE);

    public Published {
        if (slots.length != tables.length) throw new IllegalArgumentException("a table for each slot");
        if (changesFrom < 0 || mostMoved < 0) throw new IllegalArgumentException("not before the first slot");
        slots = slots.clone();
        tables = tables.clone();
    }

    public int[] slots() {
        return slots.clone();
    }

    public int[] tables() {
        return tables.clone();
    }
}
