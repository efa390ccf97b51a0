package org.lianqiao.events.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schedules as people read them. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class SchedulePages {
    private static final int MOST_LISTED = 20;

    private final JdbcClient jdbc;

    /**
     * A meeting as one of its two guests reads it.
     *
     * @param begun whether one may say how it ended
     * @param told what this guest has said; empty where nothing
     */
    public record OwnMeeting(
            UUID id,
            UUID other,
            LocalDateTime starts,
            LocalDateTime ends,
            String table,
            String organization,
            String name,
            String position,
            String about,
            boolean begun,
            String told,
            String nextStep) {}

    List<ScheduleView> all(UUID event) {
        return jdbc.sql("select * from event_schedule where event_id = ? order by number desc limit " + MOST_LISTED)
                .param(event)
                .query((row, n) -> view(row))
                .list();
    }

    private static ScheduleView view(ResultSet row) throws SQLException {
        return new ScheduleView(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                ScheduleState.valueOf(row.getString("state")),
                row.getObject("repairs") != null,
                row.getString("note"),
                Objects.requireNonNull(time(row, "started_at")),
                time(row, "published_at"),
                row.getInt("weight"),
                row.getInt("weight_bound"),
                row.getInt("missing"),
                row.getInt("breaks"),
                row.getInt("breaks_bound"),
                row.getInt("table_changes"),
                Arrays.asList((String[]) row.getArray("problems").getArray()));
    }

    /** All its meetings, those held first, in the order of the day. */
    List<MeetingLine> meetings(UUID schedule) {
        return jdbc.sql("""
                select m.*, f.number as first_number, f.organization_name as first_organization, s.number as second_number,
                       s.organization_name as second_organization, slot.position as slot, slot.starts_at, slot.ends_at, t.label as table_label,
                       array(select b.organization_name from event_guest b where b.id = any (m.instead) order by b.number) as blockers,
                       case when p.first_guest is null then null when p.slot_id is null then 'FORBID' else 'PIN' end as word
                  from event_meeting m join event_guest f on f.id = m.first_guest join event_guest s on s.id = m.second_guest
                  left join event_slot slot on slot.id = m.slot_id left join event_table t on t.id = m.table_id
                  left join event_pin p on p.first_guest = m.first_guest and p.second_guest = m.second_guest
                 where m.schedule_id = ? order by slot.position nulls last, t.position, m.weight desc, f.number
                """).param(schedule).query((row, n) -> line(row)).list();
    }

    private static MeetingLine line(ResultSet row) throws SQLException {
        return new MeetingLine(
                row.getObject("id", UUID.class),
                row.getObject("first_guest", UUID.class),
                "%03d".formatted(row.getInt("first_number")),
                row.getString("first_organization"),
                row.getObject("second_guest", UUID.class),
                "%03d".formatted(row.getInt("second_number")),
                row.getString("second_organization"),
                row.getInt("weight"),
                row.getObject("slot", Integer.class),
                time(row, "starts_at"),
                time(row, "ends_at"),
                row.getString("table_label"),
                row.getString("cause"),
                Arrays.asList((String[]) row.getArray("blockers").getArray()),
                row.getString("word"));
    }

    /** Slots with when they begin. */
    List<Option> slots(UUID event) {
        return jdbc.sql("""
                select id::text as value, to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as label from event_slot
                 where event_id = ? order by position
                """).param(event).query(Option.class).list();
    }

    /** Tables that can be used. */
    List<Option> tables(UUID event) {
        return jdbc.sql(
                        "select id::text as value, label from event_table where event_id = ? and lost_at is null order by position")
                .param(event)
                .query(Option.class)
                .list();
    }

    /** Pairs of which the hosts said that they shall not meet. */
    List<MeetingLine> apart(UUID event) {
        return jdbc.sql("""
                select f.id as id, f.id as first_guest, s.id as second_guest, f.number as first_number, f.organization_name as first_organization,
                       s.number as second_number, s.organization_name as second_organization, 0 as weight, null::int as slot,
                       null::timestamptz as starts_at, null::timestamptz as ends_at, null::text as table_label, null::text as cause,
                       array[]::text[] as blockers, 'FORBID' as word
                  from event_pin p join event_guest f on f.id = p.first_guest join event_guest s on s.id = p.second_guest
                 where p.event_id = ? and p.slot_id is null order by f.number, s.number
                """).param(event).query((row, n) -> line(row)).list();
    }

    /** What a guest is told: the meetings of the published schedule. */
    public List<OwnMeeting> own(UUID event, UUID guest) {
        return jdbc.sql("""
                select m.id, o.id as other, (s.starts_at at time zone 'Asia/Shanghai') as starts, (s.ends_at at time zone 'Asia/Shanghai') as ends,
                       t.label as table, o.organization_name as organization, o.name, o.position, o.about, s.starts_at <= now() as begun,
                       coalesce(x.outcome, '') as told, coalesce(x.next_step, '') as next_step
                  from event_schedule h join event_meeting m on m.schedule_id = h.id join event_slot s on s.id = m.slot_id
                  join event_table t on t.id = m.table_id
                  join event_guest o on o.id = case when m.first_guest = :guest then m.second_guest else m.first_guest end
                  left join event_outcome x on x.first_guest = m.first_guest and x.second_guest = m.second_guest and x.by_guest = :guest
                 where h.event_id = :event and h.state = 'PUBLISHED' and :guest in (m.first_guest, m.second_guest) order by s.position
                """)
                .param("event", event)
                .param("guest", guest)
                .query(OwnMeeting.class)
                .list();
    }

    /** Whether guests were told anything yet. */
    public Optional<LocalDateTime> published(UUID event) {
        return jdbc.sql("""
                select (published_at at time zone 'Asia/Shanghai') from event_schedule where event_id = ? and state = 'PUBLISHED'
                """).param(event).query(LocalDateTime.class).optional();
    }

    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), Time.ZONE);
    }
}
