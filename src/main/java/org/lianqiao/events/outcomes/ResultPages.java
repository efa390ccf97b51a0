package org.lianqiao.events.outcomes;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The results of an event, as they stand. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ResultPages {
    /** Each meeting of the published schedule, with what the two say. */
    private static final String SAID = """
            with said as (
                select m.first_guest, m.second_guest, m.slot_id, m.table_id, a.outcome as first_says, b.outcome as second_says,
                       coalesce(nullif(a.next_step, ''), b.next_step, '') as next_step,
                       coalesce(a.outcome <> 'MISSED', false) or coalesce(b.outcome <> 'MISSED', false) as held,
                       'PROMISING' in (a.outcome, b.outcome) as promising,
                       'MISSED' in (a.outcome, b.outcome) as somebody_missed
                  from event_schedule h join event_meeting m on m.schedule_id = h.id and m.slot_id is not null
                  left join event_outcome a on a.first_guest = m.first_guest and a.second_guest = m.second_guest and a.by_guest = m.first_guest
                  left join event_outcome b on b.first_guest = m.first_guest and b.second_guest = m.second_guest and b.by_guest = m.second_guest
                 where h.event_id = :event and h.state = 'PUBLISHED'
            )
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    Results of(UUID event) {
        return jdbc.sql(SAID + """
                select (select count(*) from event_guest where event_id = :event) as registered,
                       (select count(*) from event_guest where event_id = :event and state = 'CONFIRMED') as confirmed,
                       (select count(*) from event_guest where event_id = :event and checked_in_at is not null) as here,
                       (select count(distinct (least(from_guest, to_guest), greatest(from_guest, to_guest))) from event_wish
                         where event_id = :event and kind <> 'RATHER_NOT') as wished,
                       (select count(*) from event_wish a join event_wish b on b.from_guest = a.to_guest and b.to_guest = a.from_guest
                         where a.event_id = :event and a.from_guest < a.to_guest and a.kind <> 'RATHER_NOT' and b.kind <> 'RATHER_NOT') as mutual,
                       (select count(*) from said) as scheduled, (select count(*) from said where held) as held,
                       (select count(*) from said where somebody_missed and not held) as missed,
                       (select count(*) from said where promising) as promising,
                       (select count(distinct prospect_id) from event_result where event_id = :event) as leads,
                       (select count(distinct coalesce(p.project_id, p.id)) from event_result r join prospect p on p.id = r.prospect_id
                         where r.event_id = :event and p.stage in ('SIGNED', 'LANDED', 'PRODUCING')) as signed,
                       (select count(distinct coalesce(p.project_id, p.id)) from event_result r join prospect p on p.id = r.prospect_id
                         where r.event_id = :event and p.stage in ('LANDED', 'PRODUCING')) as landed
                """)
                .param("event", event)
                .query((row, n) -> new Results(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12),
                        sides(event),
                        lines(event)))
                .single();
    }

    private List<Results.Side> sides(UUID event) {
        return jdbc.sql(SAID + """
                select g.region_code, count(*) as confirmed, count(g.checked_in_at) as here,
                       coalesce(sum((select count(*) from said where held and g.id in (first_guest, second_guest))), 0) as held,
                       coalesce(sum((select count(*) from said where somebody_missed and not held and g.id in (first_guest, second_guest))), 0) as missed
                  from event_guest g where g.event_id = :event and g.state = 'CONFIRMED' group by 1 order by 2 desc, 1
                """)
                .param("event", event)
                .query((row, n) -> new Results.Side(
                        catalogue.regionName(row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    private List<Results.Line> lines(UUID event) {
        return jdbc.sql(SAID + """
                select to_char(s.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as time, t.label as table, f.organization_name as first,
                       o.organization_name as second, coalesce(x.first_says, '') as first_says, coalesce(x.second_says, '') as second_says,
                       x.next_step, coalesce(r.meeting_id::text, '') as meeting, coalesce(r.prospect_id::text, '') as prospect
                  from said x join event_slot s on s.id = x.slot_id join event_table t on t.id = x.table_id
                  join event_guest f on f.id = x.first_guest join event_guest o on o.id = x.second_guest
                  left join event_result r on r.first_guest = x.first_guest and r.second_guest = x.second_guest
                 order by s.position, t.position
                """)
                .param("event", event)
                .query(Results.Line.class)
                .list();
    }
}
