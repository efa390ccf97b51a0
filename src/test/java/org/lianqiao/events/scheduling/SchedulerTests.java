package org.lianqiao.events.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of every schedule, on events made up by chance. */
class SchedulerTests {
    private static final long MOVES = 60_000;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_schedule_keeps_the_hard_rules_and_the_pins(long seed) {
        var problem = RandomEvent.of(seed);
        var schedule = new Scheduler(problem).solve(Effort.moves(MOVES, seed));
        Rules.assertHold(problem, schedule);
        Rules.assertPinned(problem, schedule);
        assertThat(schedule.value().breaks()).isEqualTo(Rules.breaks(problem, schedule.slots()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_schedule_is_worse_than_what_a_careful_person_does_by_hand(long seed) {
        var problem = RandomEvent.of(seed);
        var byHand = Greedy.begin(problem, 2);
        var schedule = new Scheduler(problem).solve(Effort.moves(MOVES / 10, seed));
        assertThat(schedule.value().missing()).isLessThanOrEqualTo(byHand.missing());
        if (schedule.value().missing() == byHand.missing())
            assertThat(schedule.value().weight()).isGreaterThanOrEqualTo(problem.weight() - byHand.lost);
    }

    @Test
    void the_same_seed_gives_the_same_schedule() {
        for (long seed = 0; seed < 5; seed++) {
            var one = new Scheduler(RandomEvent.of(seed)).solve(Effort.moves(MOVES, 7));
            var other = new Scheduler(RandomEvent.of(seed)).solve(Effort.moves(MOVES, 7));
            assertThat(one.slots()).isEqualTo(other.slots());
            assertThat(one.tables()).isEqualTo(other.tables());
            assertThat(one.value()).isEqualTo(other.value());
        }
    }

    @Test
    void the_search_stops_when_told_to() {
        long began = System.nanoTime();
        var asked = new AtomicInteger();
        var problem = RandomEvent.of(3);
        var schedule =
                new Scheduler(problem).solve(Effort.seconds(300, 1), value -> {}, () -> asked.incrementAndGet() > 3);
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(60);
        Rules.assertHold(problem, schedule);
    }

    @Test
    void progress_only_ever_gets_better_and_ends_with_what_is_given_back() {
        List<Value> told = new ArrayList<>();
        var schedule = new Scheduler(RandomEvent.of(11)).solve(Effort.moves(MOVES, 1), told::add, () -> false);
        for (int i = 1; i < told.size(); i++)
            assertThat(told.get(i).isBetterThan(told.get(i - 1))).isTrue();
        var last = told.get(told.size() - 1);
        assertThat(last.weight()).isEqualTo(schedule.value().weight());
        assertThat(last.breaks()).isEqualTo(schedule.value().breaks());
    }

    @Test
    void everybody_with_a_feasible_wish_gets_a_meeting_before_weight_counts() {
        var guests = List.of(new Guest(), new Guest(), new Guest(), new Guest());
        var wishes = List.of(new Wish(0, 1, 100), new Wish(0, 2, 1), new Wish(1, 3, 1));
        var schedule = new Scheduler(Problem.of(1, 2, guests, wishes)).solve(Effort.moves(10_000, 1));
        assertThat(schedule.slots()).containsExactly(Wish.NOWHERE, 0, 0);
        assertThat(schedule.value().missing()).isZero();
    }

    @Test
    void a_day_without_gaps_is_found_and_proven() {
        var wishes = List.of(new Wish(0, 1, 1), new Wish(0, 2, 1), new Wish(1, 2, 1), new Wish(0, 3, 1));
        var guests = List.of(new Guest(), new Guest(), new Guest(), new Guest());
        var schedule = new Scheduler(Problem.of(6, 2, guests, wishes)).solve(Effort.seconds(20, 1));
        assertThat(schedule.isProvenBest()).isTrue();
        assertThat(schedule.value().breaks()).isZero();
    }
}
