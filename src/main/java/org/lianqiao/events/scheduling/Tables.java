package org.lianqiao.events.scheduling;

import java.util.Arrays;

/** Gives each meeting a table, slot by slot, so that guests stay where they sat before as often as can be. */
final class Tables {
    private Tables() {}

    static int[] assign(Problem problem, int[] slots) {
        var tables = new int[slots.length];
        Arrays.fill(tables, Assignment.UNHELD);
        var seat = new int[problem.guests()];
        Arrays.fill(seat, Assignment.UNHELD);
        for (int s = 0; s < problem.slots(); s++) seat(problem, slots, s, tables, seat);
        return tables;
    }

    /** Those whose two guests come from one table first, then those of whom one can stay, then the rest. */
    private static void seat(Problem problem, int[] slots, int s, int[] tables, int[] seat) {
        var taken = new boolean[problem.tables()];
        for (int stay = 2; stay >= 0; stay--)
            for (int w = 0; w < slots.length; w++) {
                if (slots[w] != s || tables[w] != Assignment.UNHELD) continue;
                var wish = problem.wishes().get(w);
                int table = wanted(seat[wish.first()], seat[wish.second()], stay, taken);
                if (table < 0) continue;
                taken[table] = true;
                tables[w] = table;
            }
        for (int w = 0; w < slots.length; w++)
            if (slots[w] == s) {
                seat[problem.wishes().get(w).first()] = tables[w];
                seat[problem.wishes().get(w).second()] = tables[w];
            }
    }

    private static int wanted(int seat, int otherSeat, int stay, boolean[] taken) {
        if (stay == 2) return seat >= 0 && seat == otherSeat && !taken[seat] ? seat : -1;
        if (stay == 1) {
            if (seat >= 0 && !taken[seat]) return seat;
            return otherSeat >= 0 && !taken[otherSeat] ? otherSeat : -1;
        }
        for (int table = 0; table < taken.length; table++) if (!taken[table]) return table;
        return -1;
    }

    static int changes(Problem problem, int[] slots, int[] tables) {
        var seat = new int[problem.guests()];
        Arrays.fill(seat, Assignment.UNHELD);
        int changes = 0;
        for (int s = 0; s < problem.slots(); s++)
            for (int w = 0; w < slots.length; w++)
                if (slots[w] == s) {
                    var wish = problem.wishes().get(w);
                    for (int guest : new int[] {wish.first(), wish.second()}) {
                        if (seat[guest] >= 0 && seat[guest] != tables[w]) changes++;
                        seat[guest] = tables[w];
                    }
                }
        return changes;
    }
}
