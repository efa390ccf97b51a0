package org.lianqiao.events.scheduling;

import java.util.Arrays;

/** Gives each meeting a table, so that guests stay where they sat before as often as can be. */
final class Seating {
    private static final int PASSES = 12;

    private final Problem problem;
    private final int[] slots;
    private final int[] tables;
    /** The wish that sits there, or -1: at slot × tables + table. */
    private final int[] at;
    /** The meetings before and after of the two guests of a wish, or -1: at 2 × wish + 0 for the first guest. */
    private final int[] earlier;

    private final int[] later;

    Seating(Problem problem, int[] slots) {
        this.problem = problem;
        this.slots = slots;
        tables = new int[slots.length];
        at = new int[problem.slots() * problem.tables()];
        earlier = new int[2 * slots.length];
        later = new int[2 * slots.length];
        for (var all : new int[][] {tables, at, earlier, later}) Arrays.fill(all, Wish.NOWHERE);
        link();
        keepPublished();
        for (int s = 0; s < problem.slots(); s++) seat(s);
        for (int pass = 0; pass < PASSES; pass++) if (!improve()) break;
    }

    int[] tables() {
        return tables;
    }

    /** How often a guest changes table from one meeting to the next. */
    int changes() {
        int changes = 0;
        for (int i = 0; i < later.length; i++) if (later[i] >= 0 && tables[later[i]] != tables[i / 2]) changes++;
        return changes;
    }

    private void link() {
        var last = new int[problem.guests().size()];
        Arrays.fill(last, Wish.NOWHERE);
        for (int s = 0; s < problem.slots(); s++)
            for (int w = 0; w < slots.length; w++)
                if (slots[w] == s)
                    for (int side = 0; side < 2; side++) {
                        int guest = guest(2 * w + side);
                        int before = last[guest];
                        last[guest] = 2 * w + side;
                        if (before < 0) continue;
                        earlier[2 * w + side] = before / 2;
                        later[before] = w;
                    }
    }

    private int guest(int end) {
        var wish = problem.wishes().get(end / 2);
        return end % 2 == 0 ? wish.first() : wish.second();
    }

    private void keepPublished() {
        for (int w = 0; w < slots.length; w++)
            if (slots[w] >= 0 && problem.published(w) == slots[w] && problem.publishedTable(w) >= 0)
                if (isFree(slots[w], problem.publishedTable(w))) put(w, problem.publishedTable(w));
    }

    private boolean isFree(int s, int table) {
        return table < problem.tables() && !problem.isClosed(table, s) && at[s * problem.tables() + table] < 0;
    }

    private void put(int w, int table) {
        tables[w] = table;
        at[slots[w] * problem.tables() + table] = w;
    }

    /** Those whose two guests come from one table first, then those of whom one can stay, then the rest. */
    private void seat(int s) {
        for (int stay = 2; stay >= 0; stay--)
            for (int w = 0; w < slots.length; w++) {
                if (slots[w] != s || tables[w] >= 0) continue;
                int table = wanted(w, stay);
                if (table >= 0) put(w, table);
            }
    }

    private int wanted(int w, int stay) {
        int one = seat(earlier[2 * w], slots[w]);
        int other = seat(earlier[2 * w + 1], slots[w]);
        if (stay == 2) return one == other ? one : Wish.NOWHERE;
        if (stay == 1) return one >= 0 ? one : other;
        for (int table = 0; table < problem.tables(); table++) if (isFree(slots[w], table)) return table;
        return Wish.NOWHERE;
    }

    /** The table of a guest's meeting before, if it is free now. */
    private int seat(int before, int s) {
        return before >= 0 && tables[before] >= 0 && isFree(s, tables[before]) ? tables[before] : Wish.NOWHERE;
    }

    /** Meetings change tables within their slot where that spares changes; tells whether any did. */
    private boolean improve() {
        boolean better = false;
        for (int w = 0; w < slots.length; w++) {
            if (slots[w] < 0 || isKept(w) || cost(w, tables[w]) == 0) continue;
            for (int side = 0; side < 2; side++)
                for (int next : new int[] {earlier[2 * w + side], later[2 * w + side]})
                    if (next >= 0 && exchange(w, tables[next])) better = true;
        }
        return better;
    }

    private boolean isKept(int w) {
        return problem.published(w) == slots[w] && problem.publishedTable(w) == tables[w];
    }

    private boolean exchange(int w, int table) {
        int s = slots[w];
        int was = tables[w];
        if (table == was || problem.isClosed(table, s)) return false;
        int there = at[s * problem.tables() + table];
        if (there >= 0 && isKept(there)) return false;
        int spared = cost(w, was) - cost(w, table);
        if (there >= 0) spared += cost(there, table) - cost(there, was);
        if (spared <= 0) return false;
        at[s * problem.tables() + was] = there;
        if (there >= 0) tables[there] = was;
        put(w, table);
        return true;
    }

    /** The changes of table before and after this meeting, were it at that table. */
    private int cost(int w, int table) {
        int changes = 0;
        for (int side = 2 * w; side < 2 * w + 2; side++) {
            if (earlier[side] >= 0 && tables[earlier[side]] != table) changes++;
            if (later[side] >= 0 && tables[later[side]] != table) changes++;
        }
        return changes;
    }
}
