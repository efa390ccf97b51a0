package org.lianqiao.projects;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Lenient;

/**
 * How the library is narrowed, as typed in the address.
 *
 * @param publication whether it is public; for who sees others than public ones
 * @param two anything, for projects of two and more sites only
 * @param from the least sum of all sites, in 万元
 */
record ProjectFilter(
        @Nullable String q,
        @Nullable String chain,
        @Nullable String node,
        @Nullable String region,
        @Nullable String function,
        @Nullable String stage,
        @Nullable String publication,
        @Nullable String two,
        @Nullable String from) {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    String where() {
        var sql = new StringBuilder("true");
        if (Lenient.pattern(q) != null) sql.append(" and (p.name ilike :q or p.name_en ilike :q or p.number ilike :q)");
        if (Lenient.id(chain) != null) sql.append(" and p.chain_id = :chain");
        if (Lenient.id(node) != null) sql.append(" and p.node_id = :node");
        if (regionOf() != null)
            sql.append(
                    " and exists (select from project_site s where s.project_id = p.id and s.region_code = :region)");
        if (functionOf() != null)
            sql.append(" and exists (select from project_site s where s.project_id = p.id and s.function = :function)");
        if (stageOf() != null)
            sql.append(" and exists (select from project_site s where s.project_id = p.id and s.stage = :stage)");
        if (publicationOf() != null) sql.append(" and p.publication = :publication");
        if (isTwo()) sql.append(" and (select count(*) from project_site s where s.project_id = p.id) > 1");
        if (Lenient.number(from) != null)
            sql.append(" and (select sum(s.amount_yuan) from project_site s where s.project_id = p.id) >= :from");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "q", Lenient.pattern(q));
        put(values, "chain", Lenient.id(chain));
        put(values, "node", Lenient.id(node));
        put(values, "region", regionOf());
        put(values, "function", functionOf() == null ? null : functionOf().name());
        put(values, "stage", stageOf() == null ? null : stageOf().name());
        put(
                values,
                "publication",
                publicationOf() == null ? null : publicationOf().name());
        var least = Lenient.number(from);
        put(values, "from", least == null ? null : least.multiply(WAN));
        return values;
    }

    /** What is chosen under a facet's name. */
    @Nullable
    String chosen(String facet) {
        return switch (facet) {
            case "chain" -> chain;
            case "publication" -> publication;
            case "region" -> region;
            case "function" -> function;
            case "stage" -> stage;
            default -> null;
        };
    }

    public boolean isNarrow() {
        return !values().isEmpty() || isTwo();
    }

    public boolean isTwo() {
        return two != null && !two.isEmpty();
    }

    @Nullable
    SiteFunction functionOf() {
        return Lenient.value(SiteFunction.class, function);
    }

    @Nullable
    SiteStage stageOf() {
        return Lenient.value(SiteStage.class, stage);
    }

    @Nullable
    Publication publicationOf() {
        return Lenient.value(Publication.class, publication);
    }

    @Nullable
    String regionOf() {
        return region != null && region.matches("[0-9]{6}") ? region : null;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }
}
