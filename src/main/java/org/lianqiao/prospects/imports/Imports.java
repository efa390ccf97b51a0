package org.lianqiao.prospects.imports;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetBody;
import org.lianqiao.sheets.SheetBook;
import org.lianqiao.sheets.UploadForm;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An old ledger on its way in: uploaded, its columns settled, looked through, confirmed, and for seven days undone. */
@Service
@RequiredArgsConstructor
class Imports {
    static final int MOST_ROWS = 20_000;
    static final Duration UNDOABLE = Duration.ofDays(7);
    private static final Duration LEFT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final ImportColumns columns;
    private final Staging staging;
    private final Taking taking;
    private final Undoing undoing;
    private final SchedulerClient scheduler;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The file as it was uploaded. @throws Refused where it is none that can be read */
    @Transactional
    public UUID upload(UploadForm file, Viewer officer) {
        requireReporter(officer);
        SheetBook.open(file.content());
        forgetWhatWasLeft();
        var id = Ids.next();
        jdbc.sql("""
                insert into ledger_import (id, office_id, uploaded_by, uploaded_at, file_name, content, state)
                values (?, ?, ?, ?, ?, ?, 'UPLOADED')
                """)
                .params(
                        id,
                        officer.organization(),
                        officer.account(),
                        now(),
                        shortened(file.fileName()),
                        file.content())
                .update();
        return id;
    }

    static void requireReporter(Viewer officer) {
        officer.require(officer.isOfficer() && officer.allianceId() != null);
    }

    private void forgetWhatWasLeft() {
        jdbc.sql("delete from ledger_import where state in ('UPLOADED', 'CHECKED') and uploaded_at < ?")
                .param(now().minus(LEFT))
                .update();
        jdbc.sql(
                        "update ledger_import_row r set cells = '[]', contacts = '[]' from ledger_import i where i.id = r.import_id"
                                + " and i.finished_at < ? and (r.cells <> '[]' or r.contacts <> '[]')")
                .param(now().minus(UNDOABLE))
                .update();
    }

    /**
     * Settles what the columns mean, keeps that for the office, and reads every row.
     *
     * @throws Refused where no column is the enterprise, two are the same, or nothing is left to read
     */
    @Transactional
    public void settle(UUID id, ColumnsForm form, Viewer officer) {
        var file = open(id, officer);
        var table = SheetBook.open(file.content()).read(form.sheet(), MOST_ROWS);
        var header = columns.header(table, form.line());
        if (header == null) throw new Refused("prospects.import.refused.header");
        Map<Integer, Use> uses = new LinkedHashMap<>();
        for (var heading : header.headings()) uses.put(heading.column(), form.use(heading.column()));
        columns.require(uses);
        columns.remember(header, uses, officer.organization());
        var body = SheetBody.below(header, table);
        staging.stage(id, table.name(), header, body, uses, form.unitYuan(), form.hiddenToo(), officer);
        recordWhatWasAsked(file, officer);
    }

    /** A sheet tells who follows whom elsewhere, as a check by hand does: that is recorded as well. */
    private void recordWhatWasAsked(ImportFile file, Viewer officer) {
        int elsewhere = jdbc.sql("select count(*) from ledger_import_row where import_id = ?"
                        + " and (verdict = 'CLASH' or reason = 'prospects.import.reason.elsewhere')")
                .param(file.id())
                .query(Integer.class)
                .single();
        if (elsewhere > 0)
            events.publishEvent(new Recorded(
                    officer, "prospect.check", "prospect", null, file.fileName(), "导入核对：" + elsewhere + " 条"));
    }

    /** What is done with single rows. */
    @Transactional
    public void choose(UUID id, Map<Integer, @Nullable Choice> choices, Viewer officer) {
        requireChecked(id, officer);
        choices.forEach((line, choice) -> jdbc.sql("""
                update ledger_import_row set choice = nullif(:choice, '') where import_id = :id and line = :line
                   and (:choice = '' or :choice = 'SKIP' and verdict in ('NEW', 'UPDATE', 'SIMILAR', 'CLASH') or verdict = 'SIMILAR')
                """)
                .param("choice", choice == null ? "" : choice.name())
                .param("id", id)
                .param("line", line)
                .update());
    }

    /**
     * Sets the import going, once: as a task that a portal takes up again, should this one fall. @throws Refused where all
     * rows or none are wanted and not all can come in
     */
    @Transactional
    public void confirm(UUID id, boolean whole, Viewer officer) {
        requireChecked(id, officer);
        if (whole && taking.undecided(id) > 0) throw new Refused("prospects.import.refused.whole");
        int won = jdbc.sql("""
                update ledger_import set state = 'RUNNING', whole = ?, stock = ?, confirmed_by = ?, done = 0, failure = ''
                 where id = ? and state = 'CHECKED'
                """).params(whole, isStock(), officer.account(), id).update();
        if (won == 0) throw new Refused("prospects.import.refused.taken");
        events.publishEvent(new Recorded(
                officer, "ledger.import", "ledger", id, find(id, officer).fileName()));
        scheduler.scheduleIfNotExists(ImportTask.TASK
                .instance(id.toString())
                .scheduledTo(clock.instant().plus(ImportTask.PATIENCE)));
    }

    /** Old ledgers come in until a day that the administrator sets; later a lead of another office is refused. */
    boolean isStock() {
        var until = settings.text("ledger.stock-until", "");
        return until.isEmpty() || java.time.LocalDate.now(clock).toString().compareTo(until) <= 0;
    }

    /** @throws Refused where it is too late, or undone already */
    @Transactional
    public void undo(UUID id, Viewer officer) {
        var file = find(id, officer);
        if (!file.isUndoable(now())) throw new Refused("prospects.import.refused.late");
        int won = jdbc.sql(
                        "update ledger_import set state = 'UNDONE', undone_by = ?, undone_at = ? where id = ? and state = 'DONE'")
                .params(officer.account(), now(), id)
                .update();
        if (won == 0) throw new Refused("prospects.import.refused.late");
        undoing.undo(id, officer.organization(), java.util.Objects.requireNonNull(file.finishedAt()));
        events.publishEvent(new Recorded(officer, "ledger.import-undo", "ledger", id, file.fileName()));
    }

    /** Throws away what was not confirmed. */
    @Transactional
    public void discard(UUID id, Viewer officer) {
        open(id, officer);
        jdbc.sql("delete from ledger_import where id = ? and state in ('UPLOADED', 'CHECKED')")
                .param(id)
                .update();
    }

    private ImportFile open(UUID id, Viewer officer) {
        var file = find(id, officer);
        if (!file.isOpen()) throw new Refused("prospects.import.refused.taken");
        return file;
    }

    private void requireChecked(UUID id, Viewer officer) {
        if (find(id, officer).state() != ImportState.CHECKED) throw new Refused("prospects.import.refused.taken");
    }

    /** @throws NotFound where it is another office's */
    @Transactional(readOnly = true)
    public ImportFile find(UUID id, Viewer officer) {
        requireReporter(officer);
        return jdbc.sql("select * from ledger_import where id = ? and office_id = ?")
                .params(id, officer.organization())
                .query(ImportFile.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The office's latest ones. */
    @Transactional(readOnly = true)
    public List<ImportFile> latest(Viewer officer) {
        requireReporter(officer);
        return jdbc.sql("""
                select id, office_id, file_name, ''::bytea as content, sheet, header_line, unit, hidden_too, whole, stock, state, done, failure,
                       uploaded_at, finished_at from ledger_import where office_id = ? order by uploaded_at desc limit 10
                """)
                .param(officer.organization())
                .query(ImportFile.class)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private static String shortened(String fileName) {
        var plain = fileName.replaceAll("\\p{Cntrl}", "").strip();
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST_NAME ? plain : plain.substring(plain.offsetByCodePoints(0, length - LONGEST_NAME));
    }
}
