package org.lianqiao.prospects.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Sight;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long prospects stand in each stage: those that the viewer's office holds; for who coordinates, those of the side. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class StageTimes {
    /** As {@link Sight#WHOLE}, without what is only joined: a prospect counts at its holder. */
    private static final String COUNTED =
            "(p.holder_office_id = :office or (:coordinating and p.alliance_id = :alliance and p.holder_office_id in "
                    + Sight.SIDE + "))";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param officeId nothing for all of them together
     * @param median of those that stand there now, in days
     * @param longestId the prospect that has stood there for longest
     */
    record Now(
            @Nullable UUID officeId,
            @Nullable String office,
            Stage stage,
            int count,
            double median,
            int longest,
            UUID longestId,
            String longestName) {}

    /** How long those stood there that have moved on. */
    record Past(Stage stage, int count, double median) {}

    List<Now> now(Viewer viewer) {
        return jdbc.sql("""
                with open as (
                    select p.id, p.holder_office_id, p.stage, e.name, (cast(:today as date) - (p.stage_since at time zone 'Asia/Shanghai')::date) as days
                      from prospect p join organization e on e.id = p.organization_id where p.status = 'OPEN' and %s)
                select t.holder_office_id as office_id, coalesce(nullif(o.short_name, ''), o.name) as office, t.stage, t.count, t.median, t.longest,
                       t.longest_id, t.longest_name
                  from (select holder_office_id, stage, count(*)::int as count, percentile_cont(0.5) within group (order by days) as median,
                               max(days) as longest, (array_agg(id order by days desc, id))[1] as longest_id,
                               (array_agg(name order by days desc, id))[1] as longest_name
                          from open group by grouping sets ((stage), (holder_office_id, stage))) t
                  left join organization o on o.id = t.holder_office_id
                 order by t.holder_office_id is not null, office,
                       array_position(array['LEAD', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED', 'PRODUCING'], t.stage)
                """.formatted(COUNTED))
                .params(Sight.of(viewer))
                .param("today", LocalDate.now(clock))
                .query(Now.class)
                .list();
    }

    Map<Stage, Past> past(Viewer viewer) {
        return jdbc.sql("""
                with move as (
                    select c.to_stage as stage, c.changed_at as since, lead(c.changed_at) over (partition by c.prospect_id order by c.changed_at, c.id) as until
                      from stage_change c join prospect p on p.id = c.prospect_id
                     where c.move in ('OPENED', 'FORWARD', 'BACK') and %s)
                select stage, count(*)::int as count, percentile_cont(0.5) within group (order by extract(epoch from until - since) / 86400) as median
                  from move where until is not null group by stage
                """.formatted(COUNTED)).params(Sight.of(viewer)).query(Past.class).list().stream()
                .collect(java.util.stream.Collectors.toMap(Past::stage, p -> p));
    }
}
