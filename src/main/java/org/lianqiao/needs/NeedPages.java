package org.lianqiao.needs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One need: for everybody while it is published, for its owner always, for its reviewer while it waits. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class NeedPages {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final NeedRepository needs;

    Optional<NeedPage> published(UUID id) {
        return page(id, "n.state = 'PUBLISHED'", null, false);
    }

    Optional<NeedPage> own(UUID id, Viewer viewer) {
        return viewer.organizationId() == null
                ? Optional.empty()
                : page(id, "n.organization_id = :org", viewer.organization(), true);
    }

    Optional<NeedPage> waiting(UUID id, Viewer reviewer, Instant late) {
        return needs.findForReview(reviewer, id, late).flatMap(found -> page(id, "true", null, true));
    }

    private Optional<NeedPage> page(UUID id, String condition, @Nullable UUID organization, boolean inside) {
        var history = inside ? history(id) : List.<NeedPage.Change>of();
        var query = jdbc.sql(
                        "select n.*, o.name as owner, p.kind as proposed, p.node_id as proposed_node, p.evidence, p.proposed_at"
                                + " from need n join organization o on o.id = n.organization_id left join need_proposal p on p.need_id = n.id"
                                + " where n.id = :id and " + condition)
                .param("id", id);
        if (organization != null) query = query.param("org", organization);
        return query.query((row, i) -> page(row, inside, history)).optional();
    }

    private List<NeedPage.Change> history(UUID id) {
        return jdbc.sql("""
                select c.to_state, c.reason, coalesce(a.name, '') as by, c.changed_at from need_change c
                  left join account a on a.id = c.changed_by where c.need_id = ? order by c.changed_at desc, c.id desc limit 100
                """)
                .param(id)
                .query((row, i) -> new NeedPage.Change(
                        NeedState.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private NeedPage page(ResultSet row, boolean inside, List<NeedPage.Change> history) throws SQLException {
        var chain = row.getObject("chain_id", UUID.class);
        var node = row.getObject("node_id", UUID.class);
        var published = row.getObject("published_at", OffsetDateTime.class);
        boolean anonymous = row.getBoolean("anonymous");
        var titleEn = row.getString("title_en");
        return new NeedPage(
                row.getObject("id", UUID.class),
                row.getString("number"),
                NeedState.valueOf(row.getString("state")),
                NeedDirection.valueOf(row.getString("direction")),
                NeedKind.valueOf(row.getString("kind")),
                NeedSubject.valueOf(row.getString("subject")),
                value(ResourceKind.class, row.getString("resource")),
                !inside && NeedQueries.english() && !titleEn.isEmpty() ? titleEn : row.getString("title"),
                titleEn,
                row.getString("description"),
                anonymous && !inside ? "" : row.getString("owner"),
                anonymous,
                chain,
                catalogue.chainName(chain),
                chain == null ? "" : catalogue.chainCode(chain),
                node,
                catalogue.nodeName(node),
                row.getString("region_code"),
                catalogue.regionName(row.getString("region_code")),
                value(SiteFunction.class, row.getString("function")),
                Money.ofYuan(row.getBigDecimal("amount_yuan")),
                plain(row.getBigDecimal("quantity")),
                row.getString("quantity_unit"),
                plain(row.getBigDecimal("site_area_sqm")),
                plain(row.getBigDecimal("floor_height_m")),
                plain(row.getBigDecimal("floor_load_t")),
                plain(row.getBigDecimal("power_kva")),
                value(Tenure.class, row.getString("tenure")),
                row.getString("policy_number"),
                row.getObject("policy_valid_until", java.time.LocalDate.class),
                row.getObject("expires_on", java.time.LocalDate.class),
                published == null ? null : published.toInstant(),
                row.getLong("version"),
                origin(row),
                history);
    }

    private NeedPage.@Nullable Origin origin(ResultSet row) throws SQLException {
        var kind = value(NeedKind.class, row.getString("proposed"));
        if (kind == null) return null;
        var node = row.getObject("proposed_node", UUID.class);
        var chain = catalogue.chainOf(node);
        return new NeedPage.Origin(
                kind,
                chain == null ? "/chains" : "/chains/" + catalogue.chainCode(chain) + "#" + node,
                catalogue.nodeName(node),
                row.getString("evidence"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }

    /** Without the zeros behind the point that the column's scale adds. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) return null;
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
