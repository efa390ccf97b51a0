package org.lianqiao.prospects;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One verb for many prospects. Each row is a transaction of its own and keeps what became of it; what was refused for one
 * holds no other back. Who did it may take it back for a day, row by row, where nobody went on from there.
 */
@Service
@RequiredArgsConstructor
class Bulk {
    private static final Duration UNDOABLE = Duration.ofDays(1);

    private final BulkRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What is done and what became of it. */
    record Batch(UUID id, BulkVerb verb, boolean undoable, boolean undone, List<Row> rows) {
        public long getDone() {
            return rows.stream().filter(Row::isDone).count();
        }

        public long getRefused() {
            return rows.size() - getDone();
        }

        public long getTakenBack() {
            return rows.stream().filter(Row::isTakenBack).count();
        }
    }

    /**
     * @param enterprise empty where the viewer may not know it
     * @param outcome empty where it was done, else why not
     * @param undone nothing where nobody asked, empty where it was taken back, else why not
     */
    record Row(
            UUID prospect,
            String enterprise,
            String matter,
            String outcome,
            @Nullable String undone) {
        public boolean isDone() {
            return outcome.isEmpty();
        }

        public boolean isTakenBack() {
            return undone != null && undone.isEmpty();
        }
    }

    /** @throws Refused where every row would be */
    UUID run(BulkForm form, Viewer officer) {
        form.require(LocalDate.now(clock));
        var batch = Ids.next();
        transaction.executeWithoutResult(t -> jdbc.sql("""
                insert into bulk_batch (id, verb, office_id, made_by, made_at) values (?, ?, ?, ?, ?)
                """)
                .params(
                        batch,
                        Objects.requireNonNull(form.verb()).name(),
                        officer.organization(),
                        officer.account(),
                        OffsetDateTime.now(clock))
                .update());
        int position = 0;
        for (var id : form.chosen()) {
            int at = position++;
            var refused = refusal(() -> {
                var done = rows.take(form, id, officer);
                keep(batch, id, at, "", done);
                return true;
            });
            if (!refused.isEmpty())
                transaction.executeWithoutResult(t -> keep(batch, id, at, refused, BulkRows.Done.NOTHING));
        }
        return batch;
    }

    /** Takes back what can be. @throws NotFound where it is somebody else's */
    void undo(UUID id, Viewer officer) {
        var batch = find(id, officer);
        if (!batch.undoable || batch.undone) throw new Refused("prospects.bulk.undo.late");
        Integer first = transaction.execute(
                t -> jdbc.sql("""
                update bulk_batch set undone_at = ? where id = ? and undone_at is null
                """).params(OffsetDateTime.now(clock), id).update());
        if (first == null || first == 0) throw new Refused("prospects.bulk.undo.late");
        for (var row : batch.rows) {
            if (!row.isDone()) continue;
            var refused = refusal(() -> {
                rows.takeBack(batch.verb, id, row.prospect, officer);
                return true;
            });
            transaction.executeWithoutResult(
                    t -> jdbc.sql("update bulk_row set undo_outcome = ? where batch_id = ? and prospect_id = ?")
                            .params(refused, id, row.prospect)
                            .update());
        }
    }

    /** @throws NotFound where it is somebody else's */
    Batch find(UUID id, Viewer officer) {
        var lines = jdbc.sql("""
                select r.prospect_id, case when %s then o.name else '' end as enterprise, case when %s then p.matter else '' end as matter,
                       r.outcome, r.undo_outcome
                  from bulk_row r join prospect p on p.id = r.prospect_id join organization o on o.id = p.organization_id
                 where r.batch_id = :id order by r.position
                """.formatted(Sight.SEEN, Sight.WHOLE))
                .params(Sight.of(officer))
                .param("id", id)
                .query((row, n) -> new Row(
                        row.getObject("prospect_id", UUID.class),
                        row.getString("enterprise"),
                        row.getString("matter"),
                        row.getString("outcome"),
                        row.getString("undo_outcome")))
                .list();
        return jdbc.sql("select verb, made_at, undone_at is not null from bulk_batch where id = ? and made_by = ?")
                .params(id, officer.account())
                .query((row, n) -> {
                    var verb = BulkVerb.valueOf(row.getString(1));
                    boolean fresh = row.getObject(2, OffsetDateTime.class)
                            .plus(UNDOABLE)
                            .isAfter(OffsetDateTime.now(clock));
                    return new Batch(id, verb, verb.isUndoable() && fresh, row.getBoolean(3), lines);
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    private String refusal(Supplier<Boolean> work) {
        try {
            transaction.execute(t -> work.get());
            return "";
        } catch (Refused refused) {
            return refused.getKey();
        } catch (Forbidden forbidden) {
            return "prospects.bulk.forbidden";
        } catch (NotFound missing) {
            return "prospects.bulk.missing";
        } catch (DataAccessException busy) {
            return "prospects.bulk.busy";
        }
    }

    /** A prospect that does not exist leaves no row: there is nothing to show. */
    private void keep(UUID batch, UUID prospect, int position, String outcome, BulkRows.Done done) {
        jdbc.sql("""
                insert into bulk_row (batch_id, prospect_id, position, outcome, before, after, kept)
                select :batch, p.id, :position, :outcome, :before, :after, cast(:kept as uuid[]) from prospect p where p.id = :prospect
                """)
                .param("batch", batch)
                .param("prospect", prospect)
                .param("position", position)
                .param("outcome", outcome)
                .param("before", done.before())
                .param("after", done.after())
                .param("kept", done.kept().stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }
}
