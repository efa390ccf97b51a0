package org.lianqiao.events.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised when the day does not go as published. */
class RepairTests {
    private static final Effort EFFORT = Effort.moves(40_000, 1);

    static LongStream seeds() {
        return LongStream.range(100, 125);
    }

    private static Schedule publish(Problem problem) {
        return new Scheduler(problem).solve(EFFORT);
    }

    /** Meetings that could have stayed and did not. */
    private static List<Integer> moved(Problem changed, Schedule before, Schedule after) {
        return IntStream.range(0, before.slots().length)
                .filter(w -> before.slots()[w] >= 0 && after.slots()[w] != before.slots()[w])
                .filter(w -> (changed.common(changed.wishes().get(w)) >> before.slots()[w] & 1) != 0)
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_happens_the_rules_hold_pins_stand_and_few_meetings_are_moved(long seed) {
        var random = new Random(seed);
        var problem = RandomEvent.of(seed);
        var published = publish(problem);
        int next = random.nextInt(problem.slots());
        int guests = problem.guests().size();
        int absent = random.nextInt(guests);
        int late = (absent + 1) % guests;
        var repair = Repair.of(problem, published, next)
                .absent(absent)
                .late(late, Math.min(problem.slots(), next + 2))
                .walkIn(new Guest(), List.of(new Wish(guests, (late + 1) % guests, 3)));
        var changed = repair.problem();
        var after = new Scheduler(changed).solve(EFFORT);
        Rules.assertHold(changed, after);
        assertThat(moved(changed, published, after)).hasSizeLessThanOrEqualTo(6);
        for (int w = 0; w < published.slots().length; w++) {
            var wish = changed.wishes().get(w);
            int was = published.slots()[w];
            boolean canStay = was >= 0 && (changed.common(wish) >> was & 1) != 0;
            if (canStay && (was <= next || wish.pinned() >= 0))
                assertThat(after.slots()[w]).as("wish %d", w).isEqualTo(was);
            if (was != after.slots()[w])
                assertThat(after.slots()[w])
                        .as("wish %d", w)
                        .isNotIn(IntStream.rangeClosed(0, next).boxed().toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_lost_table_moves_no_more_meetings_than_have_lost_theirs_and_one_each_to_make_room(long seed) {
        var problem = RandomEvent.of(seed);
        var published = publish(problem);
        if (problem.tables() < 2 || !Conflicts.of(problem.withoutTable(0, 1)).isEmpty()) return;
        var changed = Repair.of(problem, published, 1).withoutTable(0).problem();
        if (!Conflicts.of(changed).isEmpty()) return;
        var after = new Scheduler(changed).solve(EFFORT);
        Rules.assertHold(changed, after);
        long full = IntStream.range(1, problem.slots())
                .filter(s -> IntStream.of(published.slots()).filter(t -> t == s).count() > problem.tables() - 1)
                .count();
        assertThat(moved(changed, published, after)).hasSizeLessThanOrEqualTo((int) (2 * full));
    }

    @Test
    void five_no_shows_among_150_guests_are_mended_to_99_in_100_of_what_is_possible() {
        var problem = Afternoon.of(150, 600, 20, 40, 7);
        var published = new Scheduler(problem).solve(Effort.moves(1_500_000, 1));
        var repair = Repair.of(problem, published, 4);
        for (int guest : new int[] {3, 30, 60, 90, 120}) repair.absent(guest);
        var changed = repair.problem();
        var after = new Scheduler(changed).solve(Effort.moves(400_000, 1));
        Rules.assertHold(changed, after);
        assertThat(after.value().weight()).isGreaterThanOrEqualTo((int) Math.floor(0.99 * after.weightBound()));
        assertThat(moved(changed, published, after)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void without_anything_happening_nothing_changes_for_the_worse() {
        var problem = RandomEvent.of(5);
        var published = publish(problem);
        var after = new Scheduler(Repair.of(problem, published, 0).problem()).solve(EFFORT);
        assertThat(after.slots()).isEqualTo(published.slots());
        assertThat(after.tables()).isEqualTo(published.tables());
    }

    @Test
    void who_keeps_a_published_slot_keeps_the_table_too() {
        var problem = RandomEvent.of(8);
        var published = publish(problem);
        var after = new Scheduler(Repair.of(problem, published, 0).absent(2).problem()).solve(EFFORT);
        for (int w = 0; w < published.slots().length; w++)
            if (published.slots()[w] >= 0 && after.slots()[w] == published.slots()[w])
                assertThat(after.tables()[w]).isEqualTo(published.tables()[w]);
    }
}
