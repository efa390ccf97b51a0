package org.lianqiao.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of each making or checking of the index. */
@Component
@RequiredArgsConstructor
@Transactional
class Runs {
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Why the index is looked over. */
    enum Reason {
        START,
        NIGHT,
        ASKED,
        BROKEN
    }

    /** How it ended. */
    enum Outcome {
        RUNNING,
        DONE,
        FAILED
    }

    /** @param astray how many entries were missing, old or too many */
    record Run(
            UUID id,
            Reason reason,
            Instant startedAt,
            int done,
            int total,
            int astray,
            @Nullable Instant finishedAt,
            Outcome outcome) {
        public boolean isRunning() {
            return outcome == Outcome.RUNNING;
        }

        public int getPercent() {
            return total == 0 ? 0 : Math.min(100, (int) (100L * done / total));
        }
    }

    public UUID begin(Reason reason, @Nullable UUID by) {
        var id = Ids.next();
        jdbc.sql(
                        "insert into search_run (id, reason, started_at, asked_by) values (:id, :reason, :at, cast(:by as uuid))")
                .param("id", id)
                .param("reason", reason.name())
                .param("at", now())
                .param("by", by == null ? null : by.toString())
                .update();
        return id;
    }

    public void progress(UUID id, int done, int total, int astray) {
        jdbc.sql("update search_run set done = ?, total = ?, astray = ? where id = ?")
                .params(done, total, astray, id)
                .update();
    }

    public void end(UUID id, Outcome outcome) {
        jdbc.sql("update search_run set outcome = ?, finished_at = ? where id = ?")
                .params(outcome.name(), now(), id)
                .update();
    }

    /** What a stopped portal left unfinished. */
    public void endAbandoned() {
        jdbc.sql("update search_run set outcome = 'FAILED', finished_at = ? where outcome = 'RUNNING'")
                .params(now())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Run> latest() {
        return jdbc.sql("select * from search_run order by started_at desc limit " + SHOWN)
                .query(Runs::run)
                .list();
    }

    /** How many entries there are by kind. */
    @Transactional(readOnly = true)
    public List<Count> entries() {
        return jdbc.sql("select kind, count(*) as entries from search_entry group by kind order by 2 desc")
                .query(Count.class)
                .list();
    }

    record Count(EntryKind kind, long entries) {}

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                Reason.valueOf(row.getString("reason")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("done"),
                row.getInt("total"),
                row.getInt("astray"),
                finished == null ? null : finished.toInstant(),
                Outcome.valueOf(row.getString("outcome")));
    }
}
