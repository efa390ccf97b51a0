package org.lianqiao.events.schedule;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.events.scheduling.Conflict;
import org.lianqiao.events.scheduling.Effort;
import org.lianqiao.events.scheduling.Impossible;
import org.lianqiao.events.scheduling.Scheduler;
import org.lianqiao.events.scheduling.Value;
import org.lianqiao.shared.Settings;
import org.springframework.stereotype.Component;

/** Computes schedules in the background, one after the other; the page that waits asks the database how far it is. */
@Component
@RequiredArgsConstructor
@Slf4j
class Computing {
    private static final int SMALL = 60;
    private static final int SECONDS_SMALL = 3;
    private static final int SECONDS = 10;
    private static final long TELL_EVERY_NANOS = 500_000_000L;

    private final Schedules schedules;
    private final Guests guests;
    private final Settings settings;
    private final Map<UUID, AtomicBoolean> running = new ConcurrentHashMap<>();
    private final ExecutorService computer = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "event-schedule");
        thread.setDaemon(true);
        return thread;
    });

    /** @param schedule begun, and its beginning committed */
    void start(UUID schedule, UUID event, Task task) {
        var stop = new AtomicBoolean();
        running.put(schedule, stop);
        computer.execute(() -> compute(schedule, event, task, stop));
    }

    /** What is best so far is kept. */
    void stop(UUID schedule) {
        var stop = running.get(schedule);
        if (stop != null) stop.set(true);
    }

    private void compute(UUID schedule, UUID event, Task task, AtomicBoolean stop) {
        try {
            var told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);
            int most = settings.number("events.schedule-seconds", SECONDS);
            int seconds = task.guests().size() <= SMALL ? Math.min(SECONDS_SMALL, most) : most;
            var found = new Scheduler(task.problem())
                    .solve(Effort.seconds(seconds, 1), value -> tell(schedule, value, told), stop::get);
            schedules.finish(schedule, task, found);
        } catch (Impossible impossible) {
            schedules.fail(
                    schedule,
                    impossible.conflicts().stream()
                            .map(c -> inWords(c, event, task))
                            .toList());
        } catch (RuntimeException e) {
            log.error("No schedule {}", schedule, e);
            schedules.fail(schedule, List.of("events.schedule.failed"));
        } finally {
            running.remove(schedule);
        }
    }

    private void tell(UUID schedule, Value value, AtomicLong told) {
        long now = System.nanoTime();
        long last = told.get();
        if (now - last >= TELL_EVERY_NANOS && told.compareAndSet(last, now)) schedules.tell(schedule, value);
    }

    /** The key of the sentence, then the slot and whom it concerns, each after a bar. */
    private String inWords(Conflict conflict, UUID event, Task task) {
        var whom = conflict.guests().stream()
                .map(g -> guests.get(event, task.guests().get(g)))
                .map(g -> g.badge() + " " + g.organization())
                .toList();
        return "events.conflict." + conflict.kind() + "|" + (conflict.slot() + 1) + "|" + String.join("、", whom);
    }

    @PreDestroy
    void end() {
        running.values().forEach(stop -> stop.set(true));
        computer.shutdownNow();
    }
}
