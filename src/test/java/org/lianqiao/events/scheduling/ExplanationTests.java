package org.lianqiao.events.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Why a wish is not held, and why an input is impossible, by name. */
class ExplanationTests {
    private static final Effort EFFORT = Effort.moves(20_000, 1);

    private static List<Guest> guests(int count) {
        return IntStream.range(0, count).mapToObj(g -> new Guest()).toList();
    }

    private static Unheld only(Problem problem) {
        var unheld = Explanation.of(problem, new Scheduler(problem).solve(EFFORT));
        assertThat(unheld).hasSize(1);
        return unheld.get(0);
    }

    @Test
    void two_who_are_never_there_together_have_no_common_slot() {
        var guests = List.of(new Guest(0b0011, 1), new Guest(0b1100, 1));
        var unheld = only(Problem.of(4, 1, guests, List.of(new Wish(0, 1, 1))));
        assertThat(unheld.cause()).isEqualTo(Unheld.Cause.NO_COMMON_SLOT);
        assertThat(unheld.guests()).containsExactly(0, 1);
    }

    @Test
    void a_guest_whose_day_is_full_is_named_with_the_wish_that_outweighs() {
        var wishes = List.of(new Wish(0, 1, 5), new Wish(0, 2, 5), new Wish(0, 3, 2));
        var guests = List.of(new Guest(), new Guest(), new Guest(), new Guest(Guest.ALWAYS, 0));
        var unheld = only(Problem.of(2, 3, guests, wishes));
        assertThat(unheld.wish()).isEqualTo(2);
        assertThat(unheld.cause()).isEqualTo(Unheld.Cause.GUEST_FULL);
        assertThat(unheld.guests()).containsExactly(0);
        assertThat(unheld.instead()).hasSize(1).allMatch(w -> w < 2);
    }

    @Test
    void where_tables_lack_the_lightest_meeting_at_one_is_named() {
        var guests =
                IntStream.range(0, 6).mapToObj(g -> new Guest(Guest.ALWAYS, 0)).toList();
        var wishes = List.of(new Wish(0, 1, 3), new Wish(2, 3, 2), new Wish(4, 5, 1));
        var unheld = only(Problem.of(1, 2, guests, wishes));
        assertThat(unheld).isEqualTo(new Unheld(2, Unheld.Cause.NO_TABLE, List.of(4, 5), List.of(1)));
    }

    @Test
    void two_with_time_but_never_at_once_are_told_so() {
        var guests =
                IntStream.range(0, 4).mapToObj(g -> new Guest(Guest.ALWAYS, 0)).toList();
        var wishes = List.of(new Wish(0, 2, 9, 0b01), new Wish(1, 3, 9, 0b10), new Wish(0, 1, 1));
        assertThat(only(Problem.of(2, 2, guests, wishes)).cause()).isEqualTo(Unheld.Cause.TIMES_DIFFER);
    }

    @Test
    void an_order_that_cannot_be_kept_is_named() {
        var guests =
                IntStream.range(0, 4).mapToObj(g -> new Guest(Guest.ALWAYS, 0)).toList();
        var wishes = List.of(new Wish(0, 1, 9, 0b10), new Wish(2, 3, 1, 0b01).after(List.of(0)));
        assertThat(only(Problem.of(2, 2, guests, wishes)).cause()).isEqualTo(Unheld.Cause.ORDER);
    }

    @Test
    void after_a_no_show_what_was_only_possible_before_is_too_late() {
        var guests = List.of(new Guest(0b0001, 0), new Guest(), new Guest());
        var wishes = List.of(new Wish(0, 1, 1), new Wish(1, 2, 1));
        var problem = Problem.of(4, 1, guests, wishes);
        var published = new Schedule(new int[] {-1, 0}, new int[] {-1, 0}, new Value(0, 1, 0, 0, 0, 0), 2, 0, 0);
        assertThat(only(Repair.of(problem, published, 2).problem()).cause()).isEqualTo(Unheld.Cause.TOO_LATE);
    }

    @Test
    void a_guest_pinned_twice_to_one_slot_is_named_and_nothing_is_searched() {
        var wishes = List.of(new Wish(0, 1, 1).pinnedTo(1), new Wish(0, 2, 1).pinnedTo(1));
        var problem = Problem.of(3, 3, guests(3), wishes);
        var expected = new Conflict(Conflict.Kind.PINNED_TWICE, List.of(0), List.of(0, 1), 1);
        assertThat(Conflicts.of(problem)).containsExactly(expected);
        assertThatThrownBy(() -> new Scheduler(problem))
                .isInstanceOfSatisfying(
                        Impossible.class, e -> assertThat(e.conflicts()).containsExactly(expected));
    }

    @Test
    void a_pin_where_a_guest_is_away_or_the_meeting_is_forbidden_is_named() {
        var guests = List.of(new Guest(0b001, 1), new Guest());
        assertThat(Conflicts.of(Problem.of(3, 1, guests, List.of(new Wish(0, 1, 1).pinnedTo(2)))))
                .containsExactly(new Conflict(Conflict.Kind.PINNED_WITHOUT_GUEST, List.of(0), List.of(0), 2));
        assertThat(Conflicts.of(Problem.of(3, 1, guests, List.of(new Wish(0, 1, 1, 0b010).pinnedTo(0)))))
                .containsExactly(new Conflict(Conflict.Kind.PINNED_WHERE_FORBIDDEN, List.of(0, 1), List.of(0), 0));
    }

    @Test
    void more_pins_than_tables_and_pins_against_their_order_are_named() {
        var wishes = List.of(
                new Wish(0, 1, 1).pinnedTo(0), new Wish(2, 3, 1).pinnedTo(0).after(List.of(0)));
        assertThat(Conflicts.of(Problem.of(2, 1, guests(4), wishes)))
                .extracting(Conflict::kind)
                .containsExactly(Conflict.Kind.PINNED_BEYOND_TABLES, Conflict.Kind.PINNED_AGAINST_ORDER);
    }

    @Test
    void an_order_that_runs_in_a_circle_is_named() {
        var wishes = List.of(
                new Wish(0, 1, 1).after(List.of(2)),
                new Wish(1, 2, 1).after(List.of(0)),
                new Wish(0, 2, 1).after(List.of(1)));
        var conflicts = Conflicts.of(Problem.of(3, 1, guests(3), wishes));
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.get(0).kind()).isEqualTo(Conflict.Kind.ORDER_IN_CIRCLE);
        assertThat(conflicts.get(0).wishes()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void what_keeps_all_from_being_held_names_the_guest_with_more_wishes_than_slots() {
        var guests = List.of(new Guest(0b011, 3), new Guest(), new Guest(), new Guest(), new Guest(0b100, 0));
        var wishes = List.of(new Wish(0, 1, 1), new Wish(0, 2, 1), new Wish(0, 3, 1), new Wish(0, 4, 1));
        var conflicts = Conflicts.toHoldingAll(Problem.of(3, 2, guests, wishes));
        assertThat(conflicts)
                .containsExactly(
                        new Conflict(Conflict.Kind.NO_COMMON_SLOT, List.of(0, 4), List.of(3), -1),
                        new Conflict(Conflict.Kind.GUEST_OVERBOOKED, List.of(0), List.of(0, 1, 2), -1),
                        new Conflict(Conflict.Kind.PROMISED_TOO_MUCH, List.of(0), List.of(), -1));
    }

    @Test
    void what_keeps_all_from_being_held_names_the_meetings_that_lack_tables() {
        var wishes = List.of(new Wish(0, 1, 1, 0b1), new Wish(2, 3, 1, 0b1), new Wish(0, 2, 1));
        assertThat(Conflicts.toHoldingAll(Problem.of(4, 1, guests(4), wishes)))
                .contains(new Conflict(Conflict.Kind.TOO_FEW_TABLES, List.of(), List.of(0, 1), -1));
    }

    @Test
    void every_wish_not_held_has_its_reason() {
        for (long seed = 0; seed < 20; seed++) {
            var problem = RandomEvent.of(seed);
            var schedule = new Scheduler(problem).solve(EFFORT);
            var unheld = Explanation.of(problem, schedule);
            assertThat(unheld).hasSize((int)
                    IntStream.of(schedule.slots()).filter(s -> s < 0).count());
            for (var one : unheld)
                if (one.cause() == Unheld.Cause.GUEST_FULL || one.cause() == Unheld.Cause.NO_TABLE)
                    assertThat(one.instead()).isNotEmpty().allMatch(w -> schedule.slots()[w] >= 0);
        }
    }
}
