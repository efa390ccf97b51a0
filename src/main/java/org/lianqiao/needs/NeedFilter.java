package org.lianqiao.needs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Lenient;

/**
 * How the public list is narrowed: as typed in the address, and as one condition in SQL. The conditions name columns;
 * values are always parameters.
 *
 * @param from the least sum in 万元
 * @param to the greatest sum in 万元
 * @param since the first day of publication
 */
record NeedFilter(
        @Nullable String kind,
        @Nullable String direction,
        @Nullable String subject,
        @Nullable String resource,
        @Nullable String chain,
        @Nullable String node,
        @Nullable String region,
        @Nullable String function,
        @Nullable String from,
        @Nullable String to,
        @Nullable String since,
        @Nullable String q) {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    /** A region takes its children along. */
    String where() {
        var sql = new StringBuilder("n.state = 'PUBLISHED'");
        if (kindOf() != null) sql.append(" and n.kind = :kind");
        if (directionOf() != null) sql.append(" and n.direction = :direction");
        if (subjectOf() != null) sql.append(" and n.subject = :subject");
        if (resourceOf() != null) sql.append(" and n.resource = :resource");
        if (chainOf() != null) sql.append(" and n.chain_id = :chain");
        if (nodeOf() != null) sql.append(" and n.node_id = :node");
        if (regionOf() != null)
            sql.append(" and n.region_code in (select code from region where :region in (code, parent_code))");
        if (functionOf() != null) sql.append(" and n.function = :function");
        if (Lenient.number(from) != null) sql.append(" and n.amount_yuan >= :from");
        if (Lenient.number(to) != null) sql.append(" and n.amount_yuan <= :to");
        if (sinceOf() != null) sql.append(" and n.published_at >= :since");
        if (Lenient.pattern(q) != null)
            sql.append(" and (n.title ilike :q or n.description ilike :q or n.number ilike :q"
                    + " or n.node_id in (select id from chain_node where name_zh ilike :q or name_en ilike :q))");
        return sql.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "kind", name(kindOf()));
        put(values, "direction", name(directionOf()));
        put(values, "subject", name(subjectOf()));
        put(values, "resource", name(resourceOf()));
        put(values, "chain", chainOf());
        put(values, "node", nodeOf());
        put(values, "region", regionOf());
        put(values, "function", name(functionOf()));
        put(values, "from", yuan(from));
        put(values, "to", yuan(to));
        var day = sinceOf();
        if (day != null) values.put("since", day.atStartOfDay(Time.ZONE).toOffsetDateTime());
        put(values, "q", Lenient.pattern(q));
        return values;
    }

    public boolean isNarrow() {
        return !values().isEmpty();
    }

    @Nullable
    NeedKind kindOf() {
        return Lenient.value(NeedKind.class, kind);
    }

    @Nullable
    NeedDirection directionOf() {
        return Lenient.value(NeedDirection.class, direction);
    }

    @Nullable
    NeedSubject subjectOf() {
        return Lenient.value(NeedSubject.class, subject);
    }

    @Nullable
    ResourceKind resourceOf() {
        return Lenient.value(ResourceKind.class, resource);
    }

    @Nullable
    SiteFunction functionOf() {
        return Lenient.value(SiteFunction.class, function);
    }

    @Nullable
    UUID chainOf() {
        return Lenient.id(chain);
    }

    @Nullable
    UUID nodeOf() {
        return Lenient.id(node);
    }

    @Nullable
    String regionOf() {
        return region != null && region.matches("[0-9]{6}") ? region : null;
    }

    @Nullable
    LocalDate sinceOf() {
        return Lenient.date(since);
    }

    private static @Nullable BigDecimal yuan(@Nullable String wan) {
        var number = Lenient.number(wan);
        return number == null ? null : number.multiply(WAN);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }
}
