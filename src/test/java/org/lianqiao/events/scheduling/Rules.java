package org.lianqiao.events.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;

/** The hard rules, checked from what is given and what came out alone. */
final class Rules {
    private Rules() {}

    static void assertHold(Problem problem, Schedule schedule) {
        var guests = new HashSet<String>();
        var tables = new HashSet<String>();
        int weight = 0;
        for (int w = 0; w < problem.wishes().size(); w++) {
            var wish = problem.wishes().get(w);
            int slot = schedule.slots()[w];
            if (slot < 0) {
                assertThat(schedule.tables()[w]).isEqualTo(Wish.NOWHERE);
                continue;
            }
            weight += wish.weight();
            assertThat(slot).as("slot of wish %d", w).isBetween(0, problem.slots() - 1);
            for (int guest : new int[] {wish.first(), wish.second()}) {
                assertThat(guests.add(guest + "@" + slot))
                        .as("guest %d once in slot %d", guest, slot)
                        .isTrue();
                assertThat(problem.guests().get(guest).slots() >> slot & 1)
                        .as("guest %d there", guest)
                        .isEqualTo(1);
            }
            assertThat(wish.slots() >> slot & 1)
                    .as("wish %d allowed in slot %d", w, slot)
                    .isEqualTo(1);
            int table = schedule.tables()[w];
            assertThat(table).as("table of wish %d", w).isBetween(0, problem.tables() - 1);
            assertThat(problem.isClosed(table, slot)).as("table %d open", table).isFalse();
            assertThat(tables.add(table + "@" + slot))
                    .as("table %d once in slot %d", table, slot)
                    .isTrue();
            for (int earlier : wish.after())
                assertThat(schedule.slots()[earlier]).as("before wish %d", w).isLessThan(slot);
        }
        assertThat(schedule.value().weight()).isEqualTo(weight).isLessThanOrEqualTo(schedule.weightBound());
    }

    static void assertPinned(Problem problem, Schedule schedule) {
        for (int w = 0; w < problem.wishes().size(); w++)
            if (problem.wishes().get(w).pinned() >= 0)
                assertThat(schedule.slots()[w])
                        .as("pinned wish %d", w)
                        .isEqualTo(problem.wishes().get(w).pinned());
    }

    /** Gaps between meetings, counted from the schedule. */
    static int breaks(Problem problem, int[] slots) {
        int breaks = 0;
        for (int g = 0; g < problem.guests().size(); g++) {
            long day = 0;
            for (int w = 0; w < slots.length; w++)
                if (slots[w] >= 0 && problem.wishes().get(w).isOf(g)) day |= 1L << slots[w];
            int last = -1;
            for (int s = 0; s < problem.slots(); s++) {
                if ((day >> s & 1) == 0) continue;
                if (last >= 0 && s > last + 1) breaks++;
                last = s;
            }
        }
        return breaks;
    }
}
