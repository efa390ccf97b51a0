package org.lianqiao.projects.shares;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The shares of a project by measure. */
@Component
@RequiredArgsConstructor
public class ShareQueries {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Settings settings;

    @Transactional(readOnly = true)
    public List<AgreedShares> of(UUID project) {
        var parts = new HashMap<String, List<AgreedShares.Part>>();
        jdbc.sql(
                        "select measure, region_code, percent from project_share where project_id = ? order by percent desc, region_code")
                .param(project)
                .query(row -> {
                    parts.computeIfAbsent(row.getString(1), m -> new ArrayList<>())
                            .add(new AgreedShares.Part(
                                    row.getString(2),
                                    catalogue.regionName(row.getString(2)),
                                    plain(row.getBigDecimal(3))));
                });
        return jdbc.sql("""
                select b.measure, b.basis, a.name, b.updated_at, b.version from project_share_basis b join account a on a.id = b.updated_by
                 where b.project_id = ? order by b.measure
                """)
                .param(project)
                .query((row, n) -> new AgreedShares(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getLong(5),
                        parts.getOrDefault(row.getString(1), List.of())))
                .list();
    }

    /** Which measures may be shared: tax only where a setting turns it on. */
    public List<String> measures() {
        boolean tax = settings.number("projects.tax-shares", 0) == 1;
        return Arrays.stream(Measure.values())
                .filter(m -> tax || m != Measure.TAX)
                .map(Enum::name)
                .toList();
    }

    private static BigDecimal plain(BigDecimal percent) {
        var stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
