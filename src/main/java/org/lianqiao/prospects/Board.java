package org.lianqiao.prospects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger by stage: one statement, the latest of each stage, how many there are in all. What was dropped is not on it. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Board {
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param total of the stage, of which the cards are the latest */
    record Column(Stage stage, long total, List<Card> cards) {
        public boolean isMore() {
            return total > cards.size();
        }
    }

    /**
     * A prospect on the board.
     *
     * @param leads whether the viewer's office moves it
     * @param matter empty where the viewer sees only a part
     */
    record Card(
            UUID id,
            String enterprise,
            String holder,
            Stage stage,
            ProspectStatus status,
            boolean leads,
            String matter,
            String owner,
            int days,
            @Nullable LocalDate due,
            boolean late) {
        public boolean isForward() {
            return leads && Move.FORWARD.isOpenFrom(stage, status);
        }

        public boolean isBackward() {
            return leads && Move.BACK.isOpenFrom(stage, status);
        }
    }

    private record Placed(long total, Card card) {}

    List<Column> columns(LedgerFilter filter, Scope scope, Viewer viewer) {
        var today = LocalDate.now(clock);
        var whole = scope.isWide(viewer) ? Sight.WHOLE : "true";
        var order = scope.isWide(viewer) ? "p.id desc" : "p.updated_at desc, p.id desc";
        var values = Sight.of(viewer);
        values.putAll(filter.values(viewer.account(), today));
        var placed = jdbc.sql("""
                select c.*, o.name as enterprise, coalesce(nullif(h.short_name, ''), h.name) as holder, coalesce(a.name, '') as owner,
                       (c.stage_since at time zone 'Asia/Shanghai')::date as since, c.holder_office_id = :office as leads
                  from (select p.*, %s as whole, row_number() over (partition by p.stage order by %s) as place, count(*) over (partition by p.stage) as total
                          from prospect p join organization o on o.id = p.organization_id where %s and %s and p.status <> 'DROPPED') c
                  join organization o on o.id = c.organization_id join organization h on h.id = c.holder_office_id
                  left join account a on a.id = c.owner_account_id where c.place <= :most order by c.place
                """.formatted(whole, order, scope.where(), filter.where(whole)))
                .params(values)
                .param("most", MOST)
                .query((row, n) -> new Placed(row.getLong("total"), card(row, today)))
                .list();
        Map<Stage, List<Card>> cards = new EnumMap<>(Stage.class);
        Map<Stage, Long> totals = new EnumMap<>(Stage.class);
        for (var one : placed) {
            cards.computeIfAbsent(one.card.stage, s -> new ArrayList<>()).add(one.card);
            totals.put(one.card.stage, one.total);
        }
        var columns = new ArrayList<Column>();
        for (var stage : Stage.values())
            columns.add(new Column(stage, totals.getOrDefault(stage, 0L), cards.getOrDefault(stage, List.of())));
        return columns;
    }

    private static Card card(ResultSet row, LocalDate today) throws SQLException {
        boolean whole = row.getBoolean("whole");
        var status = ProspectStatus.valueOf(row.getString("status"));
        var due = whole ? row.getObject("next_due_on", LocalDate.class) : null;
        return new Card(
                row.getObject("id", UUID.class),
                text(row.getString("enterprise")),
                text(row.getString("holder")),
                Stage.valueOf(row.getString("stage")),
                status,
                row.getBoolean("leads"),
                whole ? text(row.getString("matter")) : "",
                whole ? text(row.getString("owner")) : "",
                whole ? (int) ChronoUnit.DAYS.between(row.getObject("since", LocalDate.class), today) : 0,
                due,
                due != null && status.isLive() && due.isBefore(today));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
