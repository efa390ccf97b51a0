package org.lianqiao.meetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings that a reader may see, and how much of each. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class MeetingQueries {
    private final JdbcClient jdbc;
    private final Choices choices;

    record Listed(PageOf<MeetingRow> page, List<Facet> outcomes) {}

    Listed list(MeetingFilter filter, Viewer viewer, Paging paging) {
        var from = " from meeting m join organization o on o.id = m.organization_id where m.id in ("
                + (filter.isMine() ? Sight.OWN : Sight.ALL) + ") and " + filter.where();
        var values = Sight.of(viewer);
        values.put("inside", viewer.isOfficer());
        values.putAll(filter.values());
        var rows = jdbc.sql("""
                select m.*, o.name as enterprise, coalesce(nullif(f.short_name, ''), f.name) as office,
                       coalesce(case when :inside then s.matter end, n.title, p.name, '') as subject,
                       coalesce(a.name, '') as next_owner
                  from (select m.id, o.name
                """ + from + """
                 order by m.held_at desc, m.id desc limit :size offset :offset) hit
                  join meeting m on m.id = hit.id join organization o on o.id = m.organization_id
                  join organization f on f.id = m.office_id left join prospect s on s.id = m.prospect_id
                  left join need n on n.id = m.need_id and n.state = 'PUBLISHED'
                  left join project p on p.id = m.project_id and (:inside or p.publication = 'PUBLISHED')
                  left join account a on a.id = m.next_owner_id order by m.held_at desc, m.id desc
                """)
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row, viewer.isOfficer()))
                .list();
        var outcomes = new ArrayList<Facet>();
        int[] total = {0};
        jdbc.sql("with hits as (select case when :inside or m.minutes_shared then m.outcome end as outcome" + from
                        + " limit " + (PageOf.CAP + 1) + """
                ) select grouping(outcome), outcome, count(*) as n from hits group by grouping sets ((), (outcome)) order by n desc
                """)
                .params(values)
                .query(row -> {
                    var outcome = row.getString(2);
                    if (row.getInt(1) == 1) total[0] = row.getInt(3);
                    else if (outcome != null)
                        outcomes.add(new Facet(
                                outcome,
                                choices.label(Outcome.valueOf(outcome)),
                                row.getLong(3),
                                filter.outcomeOf() != null));
                });
        return new Listed(new PageOf<>(rows, paging, total[0]), outcomes);
    }

    Optional<MeetingPage> page(UUID id, Viewer viewer) {
        var parties = jdbc.sql("""
                select o.id, o.name, x.people from meeting m join meeting_party x on x.meeting_id = m.id
                  join organization o on o.id = x.organization_id where m.id = ?
                 order by o.id = m.office_id desc, o.id = m.organization_id desc, o.name
                """).param(id).query(MeetingPage.Party.class).list();
        return jdbc.sql("select m.*, " + Sight.SEAT + """
                 as seat, o.name as enterprise, f.name as office, s.matter, n.title as need_title, p.name as project_name,
                       e.name_zh as event_name, coalesce(a.name, '') as next_owner, l.name as logged_name
                  from meeting m join organization o on o.id = m.organization_id join organization f on f.id = m.office_id
                  left join prospect s on s.id = m.prospect_id left join need n on n.id = m.need_id and n.state = 'PUBLISHED'
                  left join project p on p.id = m.project_id
                   and (p.publication = 'PUBLISHED' or p.holder_office_id = :office
                        or exists (select from project_site x where x.project_id = p.id and x.office_id = :office))
                  left join event e on e.id = m.event_id and e.published left join account a on a.id = m.next_owner_id
                  join account l on l.id = m.logged_by
                 where m.id = :id and m.id in (
                """ + Sight.ALL + ")")
                .params(Sight.of(viewer))
                .param("id", id)
                .query((row, n) -> page(row, parties))
                .optional();
    }

    private static MeetingRow row(ResultSet row, boolean inside) throws SQLException {
        return new MeetingRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                time(row, "held_at"),
                row.getBoolean("online"),
                row.getString("place"),
                row.getString("enterprise"),
                row.getString("office"),
                row.getString("subject"),
                inside || row.getBoolean("minutes_shared") ? Outcome.valueOf(row.getString("outcome")) : null,
                inside ? row.getString("next_step") : "",
                inside ? row.getString("next_owner") : "",
                inside ? row.getObject("next_due_on", LocalDate.class) : null);
    }

    private static MeetingPage page(ResultSet row, List<MeetingPage.Party> parties) throws SQLException {
        var seat = Seat.valueOf(row.getString("seat"));
        boolean shared = row.getBoolean("minutes_shared");
        boolean inside = seat != Seat.PARTY;
        return new MeetingPage(
                row.getObject("id", UUID.class),
                row.getString("number"),
                seat,
                time(row, "held_at"),
                row.getBoolean("online"),
                row.getString("place"),
                row.getObject("office_id", UUID.class),
                row.getString("office"),
                row.getObject("organization_id", UUID.class),
                row.getString("enterprise"),
                parties,
                inside ? subject(row, "prospect_id", "matter") : null,
                subject(row, "need_id", "need_title"),
                subject(row, "project_id", "project_name"),
                subject(row, "event_id", "event_name"),
                inside || shared ? Outcome.valueOf(row.getString("outcome")) : null,
                seat.isOffice() || shared && seat == Seat.PARTY ? row.getString("minutes") : "",
                shared,
                inside ? row.getString("next_step") : "",
                inside ? row.getObject("next_owner_id", UUID.class) : null,
                inside ? row.getString("next_owner") : "",
                inside ? row.getObject("next_due_on", LocalDate.class) : null,
                inside ? row.getString("logged_name") : "",
                time(row, "created_at"),
                row.getLong("version"));
    }

    private static MeetingPage.@Nullable Subject subject(ResultSet row, String id, String title) throws SQLException {
        var text = row.getString(title);
        return text == null
                ? null
                : new MeetingPage.Subject(Objects.requireNonNull(row.getObject(id, UUID.class)), text);
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return LocalDateTime.ofInstant(
                row.getObject(column, OffsetDateTime.class).toInstant(), Time.ZONE);
    }
}
