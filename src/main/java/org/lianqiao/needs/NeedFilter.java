package org.lianqiao.needs;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Conditions;
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

    private Conditions conditions() {
        var day = sinceOf();
        return Conditions.where("n.state = 'PUBLISHED'")
                .and("n.kind = :kind", "kind", kindOf())
                .and("n.direction = :direction", "direction", directionOf())
                .and("n.subject = :subject", "subject", subjectOf())
                .and("n.resource = :resource", "resource", resourceOf())
                .and("n.chain_id = :chain", "chain", chainOf())
                .and("n.node_id = :node", "node", nodeOf())
                .region("n.region_code", regionOf())
                .and("n.function = :function", "function", functionOf())
                .and("n.amount_yuan >= :from", "from", Lenient.yuan(from))
                .and("n.amount_yuan <= :to", "to", Lenient.yuan(to))
                .and("n.published_at >= :since", "since", day == null ? null : Time.startOf(day))
                .words(
                        "(n.title ilike :q or n.description ilike :q or n.number ilike :q"
                                + " or n.node_id in (select id from chain_node where name_zh ilike :q or name_en ilike :q))",
                        q);
    }

    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
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
        return Lenient.region(region);
    }

    @Nullable
    LocalDate sinceOf() {
        return Lenient.date(since);
    }
}
