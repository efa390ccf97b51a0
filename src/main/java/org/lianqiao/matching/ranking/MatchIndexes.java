package org.lianqiao.matching.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The present snapshot. Made when first asked for; where the database has moved on, a new one is made in the background
 * while the old one answers, so that a match is at most about half a minute behind.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class MatchIndexes implements DisposableBean {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(20);

    private final MatchIndexReader reader;
    private final VectorStore vectors;
    private final WordVectors words;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "matching-index");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Made made;
    private volatile Instant lookAgain = Instant.MIN;
    private final Object asking = new Object();
    private @Nullable Future<?> coming;

    private record Made(MatchIndex index, long writes, Instant at) {}

    MatchIndex current() {
        var present = made;
        if (present == null) return first();
        var now = clock.instant();
        if (now.isAfter(lookAgain)) {
            lookAgain = now.plus(LOOK_EVERY);
            if (now.isAfter(present.at.plus(REST)) && reader.writes() != present.writes) worker.execute(this::renew);
        }
        return present.index;
    }

    /** Whether a snapshot is there, or comes within this time: the first one is made in the background. */
    boolean isReady(Duration patience) {
        if (made != null) return true;
        try {
            coming().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            log.warn("The matching snapshot could not be made; the next reader tries again", e);
        }
        return made != null;
    }

    /** Not the lock under which the snapshot is made: who asks how far it is must not wait for it. */
    private Future<?> coming() {
        synchronized (asking) {
            var present = coming;
            if (present == null || present.isDone()) coming = present = worker.submit(this::first);
            return present;
        }
    }

    private synchronized MatchIndex first() {
        var present = made;
        if (present != null) return present.index;
        var index = make();
        worker.execute(() -> vectors.fill(index));
        return index;
    }

    private void renew() {
        try {
            refresh();
        } catch (RuntimeException e) {
            log.warn("The matching snapshot could not be renewed; the old one goes on", e);
        }
    }

    /** A new snapshot with its meanings, before this returns. */
    void refresh() {
        long writes = reader.writes();
        var index = reader.read();
        vectors.fill(index);
        ask(index);
        made = new Made(index, writes, clock.instant());
    }

    /** What the old snapshot was asked the new one will be: its readers should not be the ones who wait. */
    private void ask(MatchIndex index) {
        var present = made;
        if (present == null) return;
        for (var demand : present.index.asked())
            index.fitOfTrades(
                    demand,
                    () -> new Ranking(index, demand, words::of, Set.of(), Set.of(), LocalDate.now(clock))
                            .fitOfTrades());
    }

    private MatchIndex make() {
        long writes = reader.writes();
        var index = reader.read();
        made = new Made(index, writes, clock.instant());
        return index;
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
