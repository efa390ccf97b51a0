package org.lianqiao.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps records, table and index the same: looked over at the start, every night and when an administrator asks. Entries
 * are replaced one by one, so that searches go on meanwhile; without a whole index they are answered from the table.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class Upkeep implements DisposableBean {
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final ObjectProvider<Entries> entries;
    private final Index index;
    private final Indexer indexer;
    private final IndexHome home;
    private final Runs runs;
    private final JdbcClient jdbc;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "search-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    @Value("${lianqiao.search.rebuild:false}")
    private final boolean rebuildAtStart;

    /** Every night, on one of the portals that run. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        @Bean
        RecurringTask<Void> searchUpkeepTask(Upkeep upkeep) {
            return Tasks.recurring("search-upkeep", Schedules.daily(Time.ZONE, LocalTime.of(2, 40)))
                    .execute((instance, context) -> upkeep.begin(Runs.Reason.NIGHT, null));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        runs.endAbandoned();
        begin(rebuildAtStart ? Runs.Reason.ASKED : Runs.Reason.START, null);
    }

    /** The index does not answer: until it is whole again, the table does. */
    void broken() {
        try {
            home.incomplete();
        } catch (IOException e) {
            log.error("The search index cannot be marked as broken", e);
        }
        begin(Runs.Reason.BROKEN, null);
    }

    /** Records that changed in bulk. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(SearchableKind change) {
        worker.execute(() -> {
            try {
                var table = entries.getObject();
                table.sources().stream()
                        .filter(s -> s.kind() == change.kind())
                        .forEach(s -> readRecords(table, s, rows -> {}));
            } catch (RuntimeException e) {
                log.error("Entries of {} could not be read anew; the nightly comparison will find them", change, e);
            }
        });
    }

    /** @return done when the run has ended; at once where another one runs */
    CompletableFuture<@Nullable Void> begin(Runs.Reason reason, @Nullable UUID by) {
        if (!busy.compareAndSet(false, true)) return CompletableFuture.completedFuture(null);
        return CompletableFuture.runAsync(() -> run(reason, by), worker);
    }

    boolean isBusy() {
        return busy.get();
    }

    private void run(Runs.Reason reason, @Nullable UUID by) {
        try {
            var run = new Progress(runs.begin(reason, by));
            try {
                lookOver(reason, run);
                run.end(Runs.Outcome.DONE);
            } catch (RuntimeException e) {
                run.end(Runs.Outcome.FAILED);
                throw e;
            }
        } catch (RuntimeException e) {
            log.error("The search index could not be looked over", e);
        } finally {
            busy.set(false);
        }
    }

    private void lookOver(Runs.Reason reason, Progress run) {
        int rows = rows();
        boolean readRecords = reason == Runs.Reason.NIGHT || reason == Runs.Reason.ASKED || rows == 0;
        run.expect(Math.max(rows, 1) * (readRecords ? 2 : 1));
        if (readRecords)
            for (var source : entries.getObject().sources())
                run.astray += readRecords(entries.getObject(), source, run::step);
        boolean everything = !home.isComplete() || reason == Runs.Reason.ASKED || reason == Runs.Reason.BROKEN;
        compare(everything, run);
        index.flush();
        home.complete();
        if (run.astray > 0 && reason == Runs.Reason.NIGHT)
            log.warn("Search: {} entries were astray and are repaired", run.astray);
    }

    /**
     * The table as the records are.
     *
     * @param step told how many were read
     * @return how many entries were not as they should be
     */
    private static int readRecords(Entries table, SearchSource source, IntConsumer step) {
        int astray = 0;
        UUID last = null;
        while (true) {
            var ids = source.idsAfter(last, AT_ONCE);
            if (!ids.isEmpty()) astray += table.write(source, ids);
            var until = ids.size() < AT_ONCE ? LAST : ids.get(ids.size() - 1);
            astray += table.clean(source.kind(), last == null ? FIRST : last, until, ids);
            step.accept(ids.size());
            if (ids.size() < AT_ONCE) return astray;
            last = until;
        }
    }

    /** The index as the table is. */
    private void compare(boolean everything, Progress run) {
        UUID last = FIRST;
        while (true) {
            var rows = jdbc.sql("select id, stamp from search_entry where id > ? order by id limit " + AT_ONCE)
                    .param(last)
                    .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getLong(2)))
                    .list();
            if (rows.isEmpty()) break;
            indexer.index(everything ? rows.stream().map(Row::id).toList() : different(rows, run))
                    .join();
            run.step(rows.size());
            last = rows.get(rows.size() - 1).id;
        }
        index.flush();
        if (index.size() > rows()) index.each(portion -> takeOut(portion, run));
    }

    private record Row(UUID id, long stamp) {}

    private List<UUID> different(List<Row> rows, Progress run) {
        var stamps = index.stamps(rows.stream().map(Row::id).toList());
        var different = rows.stream()
                .filter(r -> !Long.valueOf(r.stamp).equals(stamps.get(r.id)))
                .map(Row::id)
                .toList();
        run.astray += different.size();
        return different;
    }

    private void takeOut(Collection<UUID> indexed, Progress run) {
        var gone = new HashSet<>(indexed);
        jdbc.sql("select id from search_entry where id in (:ids)")
                .param("ids", indexed)
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        if (gone.isEmpty()) return;
        run.astray += gone.size();
        indexer.index(gone).join();
    }

    private int rows() {
        return jdbc.sql("select count(*) from search_entry")
                .query(Integer.class)
                .single();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** How far a run is, written down about once a portion. */
    private final class Progress {
        private final UUID id;
        private int done;
        private int total;
        private int astray;

        Progress(UUID id) {
            this.id = id;
        }

        void expect(int total) {
            this.total = total;
        }

        void step(int rows) {
            done += rows;
            total = Math.max(total, done);
            runs.progress(id, done, total, astray);
        }

        void end(Runs.Outcome outcome) {
            runs.progress(id, done, outcome == Runs.Outcome.DONE ? done : total, astray);
            runs.end(id, outcome);
        }
    }
}
