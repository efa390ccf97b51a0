package org.lianqiao.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds an event for those who work on it, and says in which capacity they do. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class EventFinder {
    private static final String WITH_SEAT = """
            select e.*, :officer and exists (select from event_host h
                       where h.event_id = e.id and h.organization_id = :mine and h.role = 'HOST') as host,
                   :worker and exists (select from event_host h
                       where h.event_id = e.id and h.organization_id = :mine) as staff
              from event e where e.id = :id
            """;

    private final JdbcClient jdbc;

    /** An event that everybody may read, or one of the reader's own. */
    public Optional<EventBrief> find(UUID id, Viewer viewer) {
        return jdbc.sql(WITH_SEAT)
                .param("id", id)
                .param("officer", viewer.isOfficer())
                .param("worker", viewer.isOfficer() || viewer.isMember())
                .param("mine", Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0)))
                .query((row, n) -> brief(row))
                .optional()
                .filter(e -> e.published() || e.staff());
    }

    /** @throws NotFound where the reader may not see it; Forbidden where it is seen but not the own */
    public EventBrief hosted(UUID id, Viewer viewer) {
        var event = find(id, viewer).orElseThrow(NotFound::new);
        viewer.require(event.host());
        return event;
    }

    /** For those at the door and the desk: of a host or a helper. */
    public EventBrief staffed(UUID id, Viewer viewer) {
        var event = find(id, viewer).orElseThrow(NotFound::new);
        viewer.require(event.staff());
        return event;
    }

    /** For who came by a personal link, which says itself what may be seen. */
    public EventBrief linked(UUID id) {
        return find(id, Viewer.VISITOR).orElseThrow(NotFound::new);
    }

    private static EventBrief brief(ResultSet row) throws SQLException {
        return new EventBrief(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getString("place_zh"),
                row.getString("place_en"),
                Objects.requireNonNull(time(row, "starts_at")),
                Objects.requireNonNull(time(row, "ends_at")),
                number(row, "capacity"),
                row.getInt("seats_taken"),
                row.getBoolean("published"),
                Registering.valueOf(row.getString("registration")),
                time(row, "registration_until"),
                time(row, "wishes_until"),
                number(row, "most_meetings"),
                row.getString("link_key"),
                row.getBoolean("host"),
                row.getBoolean("staff"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), Time.ZONE);
    }
}
