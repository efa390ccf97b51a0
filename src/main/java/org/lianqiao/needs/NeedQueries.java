package org.lianqiao.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.lianqiao.web.Lenient;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of needs: what everybody sees, what an organisation has, what waits for a reviewer. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class NeedQueries {
    private static final String COLUMNS = """
            n.id, n.number, case when :english and n.title_en <> '' then n.title_en else n.title end as title,
            case when n.anonymous and :outside then '' else o.name end as owner, n.state, n.direction, n.kind, n.subject,
            n.node_id, n.region_code, n.function, n.amount_yuan, n.published_at, n.expires_on, n.submitted_at
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;

    /** The facets of a list, with the number of rows of the whole list under the empty name. */
    record Facets(Map<String, List<Facet>> byName, int total) {
        public List<Facet> of(String name) {
            return byName.getOrDefault(name, List.of());
        }
    }

    List<NeedRow> published(NeedFilter filter, Paging paging) {
        return jdbc.sql("select " + COLUMNS + " from need n join organization o on o.id = n.organization_id where "
                        + filter.where() + " order by n.published_at desc, n.id desc limit :size offset :offset")
                .params(filter.values())
                .param("outside", true)
                .param("english", english())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, i) -> row(row))
                .list();
    }

    /** Counts and facets in one statement, over at most {@link PageOf#CAP} rows and one. */
    Facets facets(NeedFilter filter) {
        var facets = new HashMap<String, List<Facet>>();
        int[] total = {0};
        jdbc.sql("""
                with hits as (select n.kind, n.direction, n.subject, n.chain_id::text as chain, n.region_code as region,
                                     n.function from need n where %s limit :cap)
                select case when grouping(kind) = 0 then 'kind' when grouping(direction) = 0 then 'direction'
                            when grouping(subject) = 0 then 'subject' when grouping(chain) = 0 then 'chain'
                            when grouping(region) = 0 then 'region' when grouping(function) = 0 then 'function' else '' end,
                       coalesce(kind, direction, subject, chain, region, function), count(*) as n
                  from hits group by grouping sets ((), (kind), (direction), (subject), (chain), (region), (function))
                 order by n desc
                """.formatted(filter.where()))
                .params(filter.values())
                .param("cap", PageOf.CAP + 1)
                .query(row -> {
                    var name = row.getString(1);
                    var value = row.getString(2);
                    if (name.isEmpty()) total[0] = row.getInt(3);
                    else if (value != null)
                        facets.computeIfAbsent(name, x -> new ArrayList<>())
                                .add(new Facet(
                                        value,
                                        label(name, value),
                                        row.getLong(3),
                                        filter.values().containsKey(name)));
                });
        return new Facets(facets, total[0]);
    }

    private String label(String name, String value) {
        return switch (name) {
            case "kind" -> choices.label(NeedKind.valueOf(value));
            case "direction" -> choices.label(NeedDirection.valueOf(value));
            case "subject" -> choices.label(NeedSubject.valueOf(value));
            case "function" -> choices.label(SiteFunction.valueOf(value));
            case "chain" -> catalogue.chainName(UUID.fromString(value));
            default -> catalogue.regionName(value);
        };
    }

    PageOf<NeedRow> own(Viewer viewer, @Nullable String state, Paging paging) {
        var wanted = Lenient.value(NeedState.class, state);
        var where = " from need n join organization o on o.id = n.organization_id where n.organization_id = :org"
                + (wanted == null ? "" : " and n.state = :state");
        var values = new HashMap<String, Object>();
        values.put("org", viewer.organization());
        if (wanted != null) values.put("state", wanted.name());
        return page(where, "n.updated_at desc, n.id desc", values, paging);
    }

    /** What waits for this reviewer; nobody reviews what he wrote himself. */
    PageOf<NeedRow> waiting(Viewer reviewer, Instant late, Paging paging) {
        var where = """
                 from need n join organization o on o.id = n.organization_id left join region r on r.code = o.region_code
                 where n.state = 'SUBMITTED' and n.created_by <> :me
                   and ((:reviewer and :region in (o.region_code, r.parent_code))
                        or (:admin and (n.submitted_at < :late or not exists (
                            select from organization office join membership m on m.organization_id = office.id and m.ended_at is null
                              join membership_role mr on mr.membership_id = m.id and mr.role = 'REVIEWER'
                             where office.region_code in (o.region_code, r.parent_code)))))
                """;
        var values = new HashMap<String, Object>();
        values.put("me", reviewer.account());
        values.put("reviewer", reviewer.has(Role.REVIEWER));
        values.put("admin", reviewer.has(Role.REVIEW_ADMIN));
        values.put("region", reviewer.organizationRegion() == null ? "" : reviewer.organizationRegion());
        values.put("late", late.atOffset(java.time.ZoneOffset.UTC));
        return page(where, "n.submitted_at, n.id", values, paging);
    }

    private PageOf<NeedRow> page(String from, String order, Map<String, Object> values, Paging paging) {
        var rows = jdbc.sql("select " + COLUMNS + from + " order by " + order + " limit :size offset :offset")
                .params(values)
                .param("outside", false)
                .param("english", false)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, i) -> row(row))
                .list();
        int total = jdbc.sql("select count(*) from (select 1 " + from + " limit " + (PageOf.CAP + 1) + ") counted")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    private NeedRow row(ResultSet row) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        var submitted = row.getObject("submitted_at", OffsetDateTime.class);
        var expires = row.getObject("expires_on", java.time.LocalDate.class);
        var function = row.getString("function");
        return new NeedRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("owner"),
                NeedState.valueOf(row.getString("state")),
                NeedDirection.valueOf(row.getString("direction")),
                NeedKind.valueOf(row.getString("kind")),
                NeedSubject.valueOf(row.getString("subject")),
                catalogue.nodeName(row.getObject("node_id", UUID.class)),
                catalogue.regionName(row.getString("region_code")),
                function == null ? null : SiteFunction.valueOf(function),
                Money.ofYuan(row.getBigDecimal("amount_yuan")),
                published == null ? null : published.toInstant(),
                expires,
                submitted == null ? null : submitted.toInstant());
    }

    static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
