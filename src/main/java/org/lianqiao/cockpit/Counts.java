package org.lianqiao.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.FrameCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for a person, by the menu's keys: one statement; the bell another. */
@Component
@RequiredArgsConstructor
class Counts implements FrameCounts {
    private final JdbcClient jdbc;
    private final ReviewTime reviewTime;
    private final Clock clock;

    @Override
    public Map<String, Integer> waiting(Viewer viewer) {
        if (viewer.organizationId() == null) return Map.of();
        var today = LocalDate.now(clock);
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                select 'intents', (select count(*) from (select 1 from intent i where :officer and i.office_id = :org
                          and i.state in ('SUBMITTED', 'UNVERIFIED') limit 100) t)
                     + (select count(*) from (select 1 from intent i where :coordinating and i.alliance_id = :alliance
                          and i.state = 'UNASSIGNED' limit 100) t)
                union all select 'ledger', (select count(*) from (select 1 from follow_up f where :officer and f.next_owner_id = :me
                          and f.next_step <> '' and f.done_at is null and f.next_due_on <= :today limit 100) t)
                union all select 'reviews', (select count(*) from (select 1 from need n join organization o on o.id = n.organization_id
                          left join region r on r.code = o.region_code
                         where n.state = 'SUBMITTED' and n.created_by <> :me and ((:reviewer and :region in (o.region_code, r.parent_code))
                            or (:admin and n.submitted_at < :late)) limit 100) t)
                     + (select count(*) from (select 1 from registration g left join region r on r.code = g.region_code
                         where g.state = 'SUBMITTED' and ((:reviewer and :region in (g.region_code, r.parent_code))
                            or (:admin and g.submitted_at < :late)) limit 100) t)
                """)
                .param("officer", viewer.isOfficer())
                .param("coordinating", viewer.isOfficer() && viewer.coordinating())
                .param("org", viewer.organization())
                .param("alliance", viewer.allianceId(), java.sql.Types.OTHER)
                .param("me", viewer.account())
                .param("reviewer", viewer.has(Role.REVIEWER))
                .param("admin", viewer.has(Role.REVIEW_ADMIN))
                .param("region", viewer.organizationRegion() == null ? "" : viewer.organizationRegion())
                .param("late", reviewTime.lateBefore())
                .param("today", today)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        counts.put("desk", counts.values().stream().mapToInt(Integer::intValue).sum());
        return counts;
    }

    @Override
    public int unread(Viewer viewer) {
        return jdbc.sql(
                        "select count(*) from (select 1 from notification where account_id = ? and read_at is null limit 100) t")
                .param(viewer.account())
                .query(Integer.class)
                .single();
    }
}
