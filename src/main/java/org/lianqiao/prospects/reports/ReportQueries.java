package org.lianqiao.prospects.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weekly reports: an office's own, and what the offices of a side submitted for who coordinates it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ReportQueries {
    private static final int MOST = 500;

    /** The viewer's office wrote it, or coordinates the side of who submitted it. */
    static final String READ = "(r.office_id = :office or (r.state = 'SUBMITTED' and :coordinating and r.office_id in "
            + Sight.SIDE + "))";

    private static final String HEAD = """
            select r.id, r.office_id, o.name as office, r.week, r.state, r.note, r.returned, d.name as drafted_by, s.name as submitted_by,
                   r.submitted_at, r.office_id = :office as ours, r.version
              from ledger_report r join organization o on o.id = r.office_id join account d on d.id = r.drafted_by
              left join account s on s.id = r.submitted_by where
            """ + READ;

    private final JdbcClient jdbc;
    private final Choices choices;
    private final Clock clock;

    PageOf<ReportPage.Head> list(Viewer viewer, Paging paging) {
        var rows = jdbc.sql(HEAD + " order by r.week desc, o.name limit :size offset :offset")
                .params(Sight.of(viewer))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(ReportPage.Head.class)
                .list();
        int total = jdbc.sql("select count(*) from (select 1 from ledger_report r where " + READ + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(Sight.of(viewer))
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    Optional<ReportPage> find(UUID id, Viewer viewer) {
        return jdbc.sql(HEAD + " and r.id = :id")
                .params(Sight.of(viewer))
                .param("id", id)
                .query(ReportPage.Head.class)
                .optional()
                .map(this::page);
    }

    private ReportPage page(ReportPage.Head head) {
        var lines = head.isFrozen() ? frozen(head.id()) : live(head.officeId(), head.week());
        var adjustments = adjustments(head.id());
        var parts = new ArrayList<ReportPage.Part>();
        for (var section : Section.values()) {
            var here = lines.stream().filter(l -> l.section() == section).toList();
            int later = adjustments.stream()
                    .filter(a -> a.section() == section)
                    .mapToInt(ReportPage.Adjustment::difference)
                    .sum();
            parts.add(new ReportPage.Part(section, here.size(), here.size() + later, here));
        }
        return new ReportPage(head, List.copyOf(parts), adjustments);
    }

    /** What the ledger says of the week now. */
    List<ReportPage.Line> live(UUID office, LocalDate week) {
        return jdbc.sql("""
                select * from (
                    select case when c.move = 'OPENED' then 'NEW' when c.move = 'DROPPED' then 'DROPPED' when c.to_stage = 'SIGNED' then 'SIGNED'
                                when c.to_stage = 'LANDED' then 'LANDED' else 'MOVED' end as section,
                           p.id as prospect_id, e.name as enterprise, p.matter, c.move, c.from_stage, c.to_stage, c.drop_reason,
                           case when c.move = 'DROPPED' then c.reason else c.document_number end as words, c.happened_on as day, c.changed_at as at
                      from stage_change c join prospect p on p.id = c.prospect_id join organization e on e.id = p.organization_id
                     where p.holder_office_id = :office and c.move in ('OPENED', 'FORWARD', 'DROPPED') and c.changed_at >= :from and c.changed_at < :to
                    union all
                    select 'OVERDUE', p.id, e.name, p.matter, string_agg(a.kind, ',' order by a.due_on), null, null, null, '', min(a.due_on), min(a.raised_at)
                      from ledger_alert a join prospect p on p.id = a.prospect_id join organization e on e.id = p.organization_id
                     where a.office_id = :office and a.due_on < :end and a.raised_at < :to and (a.closed_at is null or a.closed_at >= :to)
                       and (a.handled_at is null or a.handled_at >= :to) and (:now >= :to or a.id in (select id from ledger_alert_now))
                     group by p.id, e.name, p.matter) t
                 order by section, at, enterprise limit :most
                """)
                .param("office", office)
                .param("from", start(week))
                .param("to", start(week.plusDays(7)))
                .param("end", week.plusDays(7))
                .param("now", OffsetDateTime.now(clock))
                .param("most", MOST)
                .query((row, n) -> {
                    var section = Section.valueOf(row.getString("section"));
                    return new ReportPage.Line(
                            section,
                            row.getObject("prospect_id", UUID.class),
                            row.getString("enterprise"),
                            row.getString("matter"),
                            detail(
                                    section,
                                    row.getString("move"),
                                    row.getString("from_stage"),
                                    row.getString("to_stage"),
                                    row.getString("drop_reason"),
                                    row.getString("words"),
                                    row.getObject("day", LocalDate.class)));
                })
                .list();
    }

    private String detail(
            Section section,
            String move,
            @org.jspecify.annotations.Nullable String from,
            @org.jspecify.annotations.Nullable String to,
            @org.jspecify.annotations.Nullable String why,
            String words,
            @org.jspecify.annotations.Nullable LocalDate day) {
        return switch (section) {
            case NEW -> "";
            case MOVED -> choices.text("Stage." + from) + " → " + choices.text("Stage." + to);
            case SIGNED, LANDED -> (day == null ? "" : day + " ") + words;
            case DROPPED -> (why == null ? "" : choices.text("DropReason." + why) + "：") + words;
            case OVERDUE -> {
                var kinds = new ArrayList<String>();
                for (var kind : move.split(",")) kinds.add(choices.text("AlertKind." + kind));
                yield String.join("、", kinds) + "，" + day;
            }
        };
    }

    private List<ReportPage.Line> frozen(UUID report) {
        return jdbc.sql(
                        "select section, prospect_id, enterprise, matter, detail from ledger_report_line where report_id = ? order by section, position")
                .param(report)
                .query(ReportPage.Line.class)
                .list();
    }

    private List<ReportPage.Adjustment> adjustments(UUID report) {
        return jdbc.sql("""
                select x.section, x.difference, x.reason, a.name as by, x.adjusted_at as at
                  from ledger_report_adjustment x join account a on a.id = x.adjusted_by where x.report_id = ? order by x.adjusted_at limit 200
                """).param(report).query(ReportPage.Adjustment.class).list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Time.ZONE).toOffsetDateTime();
    }
}
