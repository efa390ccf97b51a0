package org.lianqiao.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Indexes what was committed, one portion after the other: a row is read when its turn comes, so that the last state
 * wins. The change of one record goes before thousands that were imported or are made anew.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class Indexer implements DisposableBean {
    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Index index;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong turn = new AtomicLong();
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), work -> {
                var thread = new Thread(work, "search-indexer");
                thread.setDaemon(true);
                return thread;
            });

    /** @return done when all of it is written */
    CompletableFuture<@Nullable Void> index(Collection<UUID> ids) {
        var all = List.copyOf(ids);
        var portions = new ArrayList<CompletableFuture<@Nullable Void>>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var portion = new Portion(
                    all.subList(i, Math.min(i + AT_ONCE, all.size())), all.size() > AT_ONCE, turn.incrementAndGet());
            portions.add(portion.done);
            waiting.incrementAndGet();
            worker.execute(portion);
        }
        return CompletableFuture.allOf(portions.toArray(CompletableFuture[]::new));
    }

    boolean isIdle() {
        return waiting.get() == 0;
    }

    /** Ends what was begun; what waits is found astray at the next start. */
    @Override
    public void destroy() throws InterruptedException {
        worker.getQueue().clear();
        worker.shutdown();
        if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) worker.shutdownNow();
    }

    @RequiredArgsConstructor
    private final class Portion implements Runnable, Comparable<Portion> {
        private final List<UUID> ids;
        private final boolean bulk;
        private final long number;
        private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

        @Override
        public void run() {
            try {
                index.put(ids);
                done.complete(null);
            } catch (RuntimeException e) {
                log.error("{} entries could not be indexed; the nightly comparison will find them", ids.size(), e);
                done.completeExceptionally(e);
            } finally {
                waiting.decrementAndGet();
            }
        }

        @Override
        public int compareTo(Portion other) {
            int byKind = Boolean.compare(bulk, other.bulk);
            return byKind != 0 ? byKind : Long.compare(number, other.number);
        }
    }
}
