package org.lianqiao.prospects.reports;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 经办 drafts, 科长 reviews, 报送 freezes; what changes later is written beside. */
@Service
@RequiredArgsConstructor
class Reports {
    private static final int OLDEST_WEEKS = 53;

    private final ReportRepository reports;
    private final ReportQueries queries;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LocalDate thisWeek() {
        return LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The office's report of a week; the same one however often it is asked for. */
    @Transactional
    public UUID begin(@Nullable LocalDate day, Viewer officer) {
        var asked = day == null ? thisWeek() : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (asked.isAfter(thisWeek()) || asked.isBefore(thisWeek().minusWeeks(OLDEST_WEEKS)))
            throw new Refused("reports.refused.week");
        jdbc.sql("""
                insert into ledger_report (id, office_id, week, state, drafted_by, drafted_at) values (?, ?, ?, 'DRAFT', ?, ?) on conflict do nothing
                """)
                .params(Ids.next(), officer.organization(), asked, officer.account(), OffsetDateTime.now(clock))
                .update();
        return jdbc.sql("select id from ledger_report where office_id = ? and week = ?")
                .params(officer.organization(), asked)
                .query(UUID.class)
                .single();
    }

    /** @throws org.lianqiao.shared.EditedMeanwhile where somebody saved since */
    @Transactional
    public void write(UUID id, String note, @Nullable Long version, Viewer officer) {
        change(id, version, officer, "report.write", (report, by) -> report.write(note, by));
    }

    @Transactional
    public void toReview(UUID id, String note, @Nullable Long version, Viewer officer) {
        var report = change(id, version, officer, "report.review", (r, by) -> {
            r.write(note, by);
            r.toReview();
        });
        events.publishEvent(Notice.toHolders(
                report.getOfficeId(),
                Set.of(Role.LEAD),
                "reports.notice.review",
                "/ledger/reports/" + id,
                officer.name(),
                report.getWeek().toString()));
    }

    @Transactional
    public void sendBack(UUID id, String why, @Nullable Long version, Viewer lead) {
        lead.require(lead.isLead());
        var report = change(id, version, lead, "report.return", (r, by) -> r.sendBack(why));
        events.publishEvent(Notice.toPerson(
                report.getDraftedBy(),
                "reports.notice.returned",
                "/ledger/reports/" + id,
                report.getWeek().toString(),
                why));
    }

    /** Freezes the figures and lists as they stand at this moment. */
    @Transactional
    public void submit(UUID id, String note, @Nullable Long version, Viewer lead) {
        lead.require(lead.isLead());
        var report = change(id, version, lead, "report.submit", (r, by) -> {
            r.write(note, by);
            r.submit(by, clock.instant());
        });
        int position = 0;
        for (var line : queries.live(report.getOfficeId(), report.getWeek()))
            jdbc.sql("""
                    insert into ledger_report_line (report_id, section, position, prospect_id, enterprise, matter, detail) values (?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            id,
                            line.section().name(),
                            ++position,
                            line.prospectId(),
                            line.enterprise(),
                            line.matter(),
                            line.detail())
                    .update();
    }

    /** 调整 of what was submitted: by the lead, with a reason; the frozen figures stay. */
    @Transactional
    public void adjust(UUID id, AdjustForm form, Viewer lead) {
        var head = own(id, lead);
        lead.require(lead.isLead());
        if (!head.isFrozen()) throw new Refused("reports.refused.notFrozen");
        if (form.difference() == null || form.difference() == 0 || Math.abs(form.difference()) > 9999)
            throw Refused.at("difference", "reports.required.difference");
        jdbc.sql("""
                insert into ledger_report_adjustment (id, report_id, section, difference, reason, adjusted_by, adjusted_at) values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Ids.next(),
                        id,
                        String.valueOf(form.section()),
                        form.difference(),
                        form.reason(),
                        lead.account(),
                        OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new Recorded(
                lead, "report.adjust", "report", id, head.week().toString(), form.section() + " " + form.difference()));
    }

    private WeeklyReport change(
            UUID id, @Nullable Long version, Viewer officer, String action, BiConsumer<WeeklyReport, Viewer> verb) {
        own(id, officer);
        var report = reports.findById(id).orElseThrow(NotFound::new);
        report.expectVersion(version == null ? -1 : version);
        verb.accept(report, officer);
        reports.flush();
        events.publishEvent(
                new Recorded(officer, action, "report", id, report.getWeek().toString(), ""));
        return report;
    }

    private ReportPage.Head own(UUID id, Viewer officer) {
        var head = queries.find(id, officer).orElseThrow(NotFound::new).head();
        officer.require(head.ours());
        return head;
    }
}
