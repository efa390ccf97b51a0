package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.RowProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of an import as its pages show them, before and after. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ImportPages {
    private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Staging.Skipped>> SKIPPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    /**
     * A row.
     *
     * @param target the record that it is or may be, where the viewer may see it
     * @param known what that record is called; of another office, whom to ask
     * @param prospect the record that it became
     */
    record Row(
            int line,
            boolean hidden,
            String enterprise,
            String code,
            String matter,
            @Nullable Money amount,
            @Nullable String stage,
            @Nullable String attention,
            Verdict verdict,
            String reason,
            @Nullable UUID target,
            String known,
            boolean otherMatter,
            @Nullable String choice,
            @Nullable String outcome,
            @Nullable UUID prospect,
            List<RowProblem> problems,
            List<RowProblem> notes) {}

    /** How many rows there are of each verdict, or of each outcome; and how many have a doubt. */
    Map<String, Integer> counts(UUID id, boolean after) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select coalesce(" + (after ? "outcome" : "verdict")
                        + ", ''), count(*), count(*) filter (where notes <> '[]')"
                        + " from ledger_import_row where import_id = ? group by 1")
                .param(id)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                    counts.merge("ALL", row.getInt(2), Integer::sum);
                    counts.merge("NOTED", row.getInt(3), Integer::sum);
                });
        return counts;
    }

    int total(UUID id) {
        return jdbc.sql("select count(*) from ledger_import_row where import_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** @param show a verdict, an outcome or NOTED; all where empty */
    PageOf<Row> rows(UUID id, String show, Paging paging, int total, Viewer viewer) {
        var rows = jdbc.sql("""
                select r.*, o.name as target_name, p.matter as target_matter, p.number as target_number, p.holder_office_id = :office as ours, %s as seen,
                       coalesce(nullif(h.short_name, ''), h.name) as holder, coalesce(c.name, h.name) as ask
                  from ledger_import_row r left join prospect p on p.id = r.target_id left join organization o on o.id = p.organization_id
                  left join organization h on h.id = p.holder_office_id left join region g on g.code = h.region_code
                  left join lateral (select s.coordinating_office_id from alliance_region a join alliance_side s on s.alliance_id = a.alliance_id
                       and s.code = a.side where a.alliance_id = p.alliance_id and a.region_code in (g.code, g.parent_code) limit 1) k on true
                  left join organization c on c.id = k.coordinating_office_id
                 where r.import_id = :id and %s order by r.line limit :size offset :offset
                """.formatted(Sight.SEEN, where(show)))
                .params(Sight.of(viewer))
                .param("id", id)
                .param("show", show)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    private static String where(String show) {
        return switch (show) {
            case "" -> "true";
            case "NOTED" -> "r.notes <> '[]'";
            default -> "(r.verdict = :show or r.outcome = :show)";
        };
    }

    private Row row(ResultSet row) throws SQLException {
        boolean seen = row.getBoolean("seen");
        boolean ours = row.getBoolean("ours");
        var reason = text(row, "reason");
        var known = ours
                ? text(row, "target_number") + " " + text(row, "target_name") + " · " + text(row, "target_matter")
                : text(row, seen ? "holder" : "ask");
        return new Row(
                row.getInt("line"),
                row.getBoolean("hidden"),
                text(row, "enterprise"),
                text(row, "code"),
                text(row, "matter"),
                money(row.getBigDecimal("amount")),
                row.getString("stage"),
                row.getString("attention"),
                Verdict.valueOf(row.getString("verdict")),
                reason,
                seen ? row.getObject("target_id", UUID.class) : null,
                known,
                !reason.endsWith(".sameName"),
                row.getString("choice"),
                row.getString("outcome"),
                row.getObject("prospect_id", UUID.class),
                json.readValue(row.getString("problems"), PROBLEMS),
                json.readValue(row.getString("notes"), PROBLEMS));
    }

    /** Lines of the sheet that were taken for no rows. */
    List<Staging.Skipped> skipped(UUID id) {
        return json.readValue(
                jdbc.sql("select skipped from ledger_import where id = ?")
                        .param(id)
                        .query(String.class)
                        .single(),
                SKIPPED);
    }

    /** What is to be mended: the heads, and the cells of each row with the reasons why it did not come in. */
    record Mending(List<String> titles, List<Refusal> rows) {}

    /** @param reason a key of the bundles, where the row itself has no problem */
    record Refusal(int line, List<String> cells, List<RowProblem> problems, String reason) {}

    Mending mending(UUID id) {
        var titles = jdbc.sql("select titles from ledger_import where id = ?")
                .param(id)
                .query(String.class)
                .single();
        var rows = jdbc.sql("""
                select line, cells, problems, reason from ledger_import_row where import_id = ?
                   and (outcome = 'REFUSED' or outcome is null and verdict = 'BAD') order by line
                """)
                .param(id)
                .query((row, n) -> new Refusal(
                        row.getInt(1),
                        json.readValue(row.getString(2), TEXTS),
                        json.readValue(row.getString(3), PROBLEMS),
                        row.getString(4)))
                .list();
        return new Mending(json.readValue(titles, TEXTS), rows);
    }

    private static @Nullable Money money(@Nullable BigDecimal yuan) {
        return Money.ofYuan(yuan);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
