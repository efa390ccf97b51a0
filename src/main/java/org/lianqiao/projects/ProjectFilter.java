package org.lianqiao.projects;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * How the library is narrowed, as typed in the address.
 *
 * @param publication whether it is public; for who sees others than public ones
 * @param two anything, for projects with sites in two and more regions only
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

    private Conditions conditions() {
        return Conditions.where("true")
                .words("(p.name ilike :q or p.name_en ilike :q or p.number ilike :q)", q)
                .and("p.chain_id = :chain", "chain", Lenient.id(chain))
                .and("p.node_id = :node", "node", Lenient.id(node))
                .and(
                        site("s.region_code in (select code from region where :region in (code, parent_code))"),
                        "region",
                        regionOf())
                .and(site("s.function = :function"), "function", functionOf())
                .and(site("s.stage = :stage"), "stage", stageOf())
                .and("p.publication = :publication", "publication", publicationOf())
                .andIf(
                        isTwo(),
                        "(select count(distinct s.region_code) from project_site s where s.project_id = p.id) > 1")
                .and(
                        "(select sum(s.amount_yuan) from project_site s where s.project_id = p.id) >= :from",
                        "from",
                        Lenient.yuan(from));
    }

    private static String site(String condition) {
        return "exists (select from project_site s where s.project_id = p.id and " + condition + ")";
    }

    /** A region takes its children along. */
    String where() {
        return conditions().sql();
    }

    Map<String, Object> values() {
        return conditions().values();
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
        return Lenient.region(region);
    }
}
