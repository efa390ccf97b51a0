package org.lianqiao.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events as their readers see them: published ones for everybody, a draft for the offices that are to host it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class EventQueries {
    private static final String READABLE = """
            (e.published or (:officer and exists (select from event_host m
               where m.event_id = e.id and m.organization_id = :mine)))
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;

    /** What is to come first, the nearest on top; then what was, the latest on top. */
    PageOf<EventRow> list(EventFilter filter, Viewer viewer, Paging paging) {
        var where = " from event e where " + READABLE + " and " + filter.where();
        var values = reader(viewer);
        values.putAll(filter.values());
        var rows = jdbc.sql("""
                select e.*, e.ends_at <= now() as past, coalesce((select string_agg(case when :english and o.name_en <> '' then o.name_en
                         else coalesce(nullif(o.short_name, ''), o.name) end, '|' order by h.position)
                         from event_host h join organization o on o.id = h.organization_id
                        where h.event_id = e.id and h.role = 'HOST'), '') as hosts
                """ + where + """
                 order by e.ends_at <= now(), case when e.ends_at > now() then e.starts_at end, e.starts_at desc, e.id
                 limit :size offset :offset
                """)
                .params(values)
                .param("english", english())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row))
                .list();
        int total = jdbc.sql("select count(*) from (select 1 " + where + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    Optional<EventPage> page(UUID id, Viewer viewer) {
        var hosts = hosts(id);
        var chains = chains(id);
        return jdbc.sql("select e.* from event e where e.id = :id and " + READABLE)
                .params(reader(viewer))
                .param("id", id)
                .query((row, n) -> page(row, hosts, chains, viewer))
                .optional();
    }

    private EventRow row(ResultSet row) throws SQLException {
        return new EventRow(
                row.getObject("id", UUID.class),
                EventKind.valueOf(row.getString("kind")),
                here(row, "name"),
                here(row, "place"),
                catalogue.regionName(row.getString("region_code")),
                time(row, "starts_at"),
                time(row, "ends_at"),
                row.getString("hosts").replace("|", english() ? ", " : "、"),
                row.getBoolean("published"),
                row.getBoolean("past"));
    }

    private EventPage page(ResultSet row, List<EventPage.Host> hosts, List<EventPage.Chain> chains, Viewer viewer)
            throws SQLException {
        var starts = time(row, "starts_at");
        var ends = time(row, "ends_at");
        int capacity = row.getInt("capacity");
        return new EventPage(
                row.getObject("id", UUID.class),
                row.getString("number"),
                EventKind.valueOf(row.getString("kind")),
                here(row, "name"),
                here(row, "place"),
                here(row, "summary"),
                row.getString("region_code"),
                catalogue.regionName(row.getString("region_code")),
                starts,
                ends,
                capacity == 0 ? null : capacity,
                row.getBoolean("published"),
                !ends.isAfter(LocalDateTime.now(clock)),
                viewer.isOfficer()
                        && hosts.stream()
                                .anyMatch(h -> h.role() == HostRole.HOST && h.id().equals(viewer.organizationId())),
                hosts,
                chains,
                new EventForm(
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("region_code"),
                        row.getString("place_zh"),
                        row.getString("place_en"),
                        starts,
                        ends,
                        capacity == 0 ? null : capacity,
                        row.getString("summary_zh"),
                        row.getString("summary_en"),
                        ids(hosts, HostRole.HOST),
                        ids(hosts, HostRole.CO_HOST),
                        chains.stream().map(EventPage.Chain::id).toList(),
                        row.getBoolean("published"),
                        row.getLong("version")));
    }

    private List<EventPage.Host> hosts(UUID event) {
        return jdbc.sql("""
                select o.id, case when :english and o.name_en <> '' then o.name_en else o.name end as name, h.role
                  from event_host h join organization o on o.id = h.organization_id
                 where h.event_id = :event order by h.role desc, h.position, o.name
                """)
                .param("event", event)
                .param("english", english())
                .query(EventPage.Host.class)
                .list();
    }

    private List<EventPage.Chain> chains(UUID event) {
        return jdbc.sql("""
                select c.id, c.code, case when :english then c.name_en else c.name_zh end as name
                  from event_chain e join industry_chain c on c.id = e.chain_id where e.event_id = :event order by c.position
                """)
                .param("event", event)
                .param("english", english())
                .query(EventPage.Chain.class)
                .list();
    }

    private static List<UUID> ids(List<EventPage.Host> hosts, HostRole role) {
        return hosts.stream()
                .filter(h -> h.role() == role)
                .map(EventPage.Host::id)
                .toList();
    }

    /** In the reader's language; Chinese where there is no English. */
    private static String here(ResultSet row, String what) throws SQLException {
        var text = english() ? row.getString(what + "_en") : "";
        return text.isEmpty() ? row.getString(what + "_zh") : text;
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        Instant at = row.getObject(column, OffsetDateTime.class).toInstant();
        return LocalDateTime.ofInstant(at, Time.ZONE);
    }

    private static Map<String, Object> reader(Viewer viewer) {
        var values = new HashMap<String, Object>();
        values.put("officer", viewer.isOfficer());
        values.put("mine", Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0)));
        return values;
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
