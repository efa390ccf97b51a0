package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The layout that each office keeps for its sheets. */
@Component
@RequiredArgsConstructor
class LedgerLayouts {
    private final JdbcClient jdbc;
    private final Clock clock;

    @Transactional(readOnly = true)
    public LedgerLayout of(UUID office) {
        var columns = jdbc
                .sql("select code, title from ledger_layout_column where office_id = ? order by position")
                .param(office)
                .query((row, n) -> {
                    var title = row.getString(2);
                    return Optional.ofNullable(Lenient.value(LedgerColumn.class, row.getString(1)))
                            .map(code -> new LedgerLayout.Column(code, title));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return jdbc.sql("select title, unit, grouping from ledger_layout where office_id = ?")
                .param(office)
                .query((row, n) -> new LedgerLayout(
                        row.getString(1),
                        LedgerLayout.Unit.valueOf(row.getString(2)),
                        Lenient.value(LedgerLayout.Grouping.class, row.getString(3)),
                        columns))
                .optional()
                .orElse(LedgerLayout.USUAL);
    }

    @Transactional
    public void keep(LedgerLayout layout, Viewer by) {
        jdbc.sql("""
                insert into ledger_layout (office_id, title, unit, grouping, updated_by, updated_at)
                values (:office, :title, :unit, :grouping, :by, :at)
                on conflict (office_id) do update set title = excluded.title, unit = excluded.unit,
                    grouping = excluded.grouping, updated_by = excluded.updated_by, updated_at = excluded.updated_at
                """)
                .param("office", by.organization())
                .param("title", layout.title())
                .param("unit", layout.unit().name())
                .param(
                        "grouping",
                        layout.grouping() == null ? null : layout.grouping().name(),
                        java.sql.Types.VARCHAR)
                .param("by", by.account())
                .param("at", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("delete from ledger_layout_column where office_id = ?")
                .param(by.organization())
                .update();
        int position = 0;
        for (var column : layout.columns())
            if (!column.code().isPersonal())
                jdbc.sql("insert into ledger_layout_column (office_id, position, code, title) values (?, ?, ?, ?)")
                        .params(by.organization(), position++, column.code().name(), column.title())
                        .update();
    }
}
