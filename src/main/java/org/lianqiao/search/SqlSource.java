package org.lianqiao.search;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A source that is one SQL statement: its columns carry the names of the parts of {@link Entry} ({@code title_en},
 * {@code dated_at}), those it does not name are empty; {@code :ids} are the records.
 */
@RequiredArgsConstructor
public abstract class SqlSource implements SearchSource {
    private final JdbcClient jdbc;
    private final EntryKind kind;
    private final String table;
    private final String sql;

    @Override
    public EntryKind kind() {
        return kind;
    }

    @Override
    public List<Entry> entries(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(sql).param("ids", ids).query(this::entry).list();
    }

    @Override
    public List<UUID> idsAfter(@Nullable UUID last, int most) {
        return jdbc.sql("select id from " + table
                        + " where cast(:last as uuid) is null or id > cast(:last as uuid) order by id limit :most")
                .param("last", last)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private Entry entry(ResultSet row, int n) throws SQLException {
        var columns = columns(row.getMetaData());
        return new Entry(
                row.getObject("id", UUID.class),
                kind,
                text(row, columns, "title"),
                text(row, columns, "title_en"),
                text(row, columns, "short_name"),
                text(row, columns, "note"),
                text(row, columns, "href"),
                texts(row, columns, "codes"),
                texts(row, columns, "keywords"),
                text(row, columns, "body"),
                texts(row, columns, "places"),
                texts(row, columns, "regions"),
                texts(row, columns, "chains"),
                texts(row, columns, "audience"),
                row.getObject("dated_at", OffsetDateTime.class).toInstant());
    }

    private static Set<String> columns(ResultSetMetaData data) throws SQLException {
        var columns = new HashSet<String>();
        for (int i = 1; i <= data.getColumnCount(); i++) columns.add(data.getColumnLabel(i));
        return columns;
    }

    private static String text(ResultSet row, Set<String> columns, String name) throws SQLException {
        return columns.contains(name) ? Objects.requireNonNullElse(row.getString(name), "") : "";
    }

    /** Without what is empty or missing. */
    private static List<String> texts(ResultSet row, Set<String> columns, String name) throws SQLException {
        if (!columns.contains(name) || row.getArray(name) == null) return List.of();
        return java.util.Arrays.stream((String[]) row.getArray(name).getArray())
                .filter(t -> t != null && !t.isEmpty())
                .distinct()
                .toList();
    }
}
