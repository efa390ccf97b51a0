package org.lianqiao.prospects.assignment;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list for both sides: what stands in it is shared with both, so each officer of the alliance may read it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class AssignmentQueries {
    private static final int DAYS = 5;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Settings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    private record Lead(
            UUID id,
            String enterprise,
            String matter,
            String summary,
            String event,
            UUID holderId,
            String holder,
            LocalDate reportedOn) {}

    private record Said(UUID prospect, String side, String sideName, String office) {}

    List<AssignmentRow> list(Viewer viewer) {
        if (viewer.allianceId() == null) return List.of();
        var offices = offices(viewer.allianceId());
        var said = said(viewer.allianceId()).stream().collect(groupingBy(Said::prospect));
        var today = LocalDate.now(clock);
        return leads(viewer.allianceId()).stream()
                .map(lead -> {
                    var due = calendar.after(lead.reportedOn, settings.number("ledger.consultation-days", DAYS));
                    return new AssignmentRow(
                            lead.id,
                            lead.enterprise,
                            lead.matter,
                            lead.event,
                            lead.holderId,
                            lead.holder,
                            Proposal.of(lead.matter + " " + lead.summary, lead.holderId, offices),
                            due,
                            due.isBefore(today),
                            said.getOrDefault(lead.id, List.of()).stream()
                                    .map(s -> new AssignmentRow.Word(s.side, s.sideName, s.office))
                                    .toList());
                })
                .toList();
    }

    /** Whether it waits for the two sides still; holds it until the transaction ends. */
    boolean waits(UUID prospect, @Nullable UUID alliance) {
        return jdbc.sql("""
                select id from prospect where id = :id and alliance_id = cast(:alliance as uuid) and assigned_at is null and source = 'EVENT'
                   and sharing = 'BOTH' and status in ('OPEN', 'PAUSED') for update
                """)
                .param("id", prospect)
                .param("alliance", alliance, java.sql.Types.OTHER)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private List<Lead> leads(UUID alliance) {
        return jdbc.sql("""
                select p.id, o.name as enterprise, p.matter, p.summary, p.source_note as event, h.id as holder_id, h.name as holder,
                       (p.reported_at at time zone 'Asia/Shanghai')::date as reported_on
                  from prospect p join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                 where p.alliance_id = ? and p.assigned_at is null and p.source = 'EVENT' and p.sharing = 'BOTH' and p.status in ('OPEN', 'PAUSED')
                 order by p.reported_at, p.id limit ?
                """).params(alliance, MOST).query(Lead.class).list();
    }

    /** What every side of the alliance says to each, or that it has not. */
    private List<Said> said(UUID alliance) {
        return jdbc.sql("""
                select p.id as prospect, s.code as side, s.name_zh as side_name, coalesce(o.name, '') as office
                  from prospect p join alliance_side s on s.alliance_id = p.alliance_id
                  left join lead_assignment l on l.prospect_id = p.id and l.side = s.code left join organization o on o.id = l.office_id
                 where p.alliance_id = ? and p.assigned_at is null and p.source = 'EVENT' and p.sharing = 'BOTH' and p.status in ('OPEN', 'PAUSED')
                 order by s.position
                """).param(alliance).query(Said.class).list();
    }

    private List<Proposal.Office> offices(UUID alliance) {
        return jdbc.sql("""
                select o.id, o.name, r.short_zh, r.functions from organization o join region r on r.code = o.region_code
                  join alliance_region a on a.region_code = r.code or a.region_code = r.parent_code
                 where a.alliance_id = ? and o.kind = 'OFFICE' and o.status = 'REGISTERED' and o.platform_role is null
                   and cardinality(r.functions) > 0 order by r.position, o.name
                """)
                .param(alliance)
                .query((row, n) -> new Proposal.Office(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(row.getString("name")),
                        List.of(Objects.requireNonNull(row.getString("short_zh"))),
                        Arrays.stream((String[]) row.getArray("functions").getArray())
                                .map(SiteFunction::valueOf)
                                .toList()))
                .list();
    }
}
