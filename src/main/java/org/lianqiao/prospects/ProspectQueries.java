package org.lianqiao.prospects;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as a list: one statement for the rows, one for the count and the facets. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProspectQueries {
    private static final String FROM = " from prospect p join organization o on o.id = p.organization_id where ";
    /** Facets look at so many rows at most: of a longer list they say “at least”, and cost the same however long it is. */
    private static final int SAMPLE = 2_000;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Clock clock;

    /**
     * @param late how many of the rows that the facets look at are overdue, as far as the viewer sees that
     * @param sampled whether the facets looked at a part only
     * @param facets by the parameter that narrows by them
     */
    record Listing(PageOf<ProspectRow> page, int late, boolean sampled, Map<String, List<Facet>> facets) {
        public List<Facet> of(String name) {
            return facets.getOrDefault(name, List.of());
        }
    }

    Listing list(LedgerFilter filter, Scope scope, Paging paging, Viewer viewer) {
        var today = LocalDate.now(clock);
        var whole = scope.isWide(viewer) ? Sight.WHOLE : "true";
        var where = filter.where(whole);
        var values = Sight.of(viewer);
        values.putAll(filter.values(viewer.account(), today));
        var facets = new HashMap<String, List<Facet>>();
        int[] counts = {0, 0, 0};
        jdbc.sql("""
                with hits as (select stage, status, holder_office_id::text as holder,
                        case when whole then attention end as attention, case when whole then source end as source,
                        case when whole then region_code end as region, case when whole then owner_account_id::text end as owner,
                        case when whole then chain_id::text end as chain,
                        whole and next_due_on < :today and status in ('OPEN', 'PAUSED') as late
                   from (%1$s limit :sample) p)
                select case when grouping(stage) = 0 then 'stage' when grouping(status) = 0 then 'status'
                            when grouping(holder) = 0 then 'holder' when grouping(attention) = 0 then 'attention'
                            when grouping(source) = 0 then 'source' when grouping(region) = 0 then 'region'
                            when grouping(owner) = 0 then 'owner' when grouping(chain) = 0 then 'chain' else '' end as name,
                       coalesce(stage, status, holder, attention, source, region, owner, chain) as value, count(*) as n,
                       count(*) filter (where late) as late,
                       case when grouping(stage, status, holder, attention, source, region, owner, chain) = 255 then case when count(*) < :sample then count(*)
                            else (select count(*) from (%2$s limit :cap) every) end end as total,
                       case when grouping(holder) = 0 then (select coalesce(nullif(short_name, ''), name) from organization where id = holder::uuid)
                            when grouping(owner) = 0 then (select name from account where id = owner::uuid) end as label
                  from hits group by grouping sets ((), (stage), (status), (holder), (attention), (source), (region), (owner), (chain))
                 order by grouping(stage, status, holder, attention, source, region, owner, chain) = 255 desc, n desc, label
                """.formatted(
                                union(scope, "p.*, " + whole + " as whole", from(filter), where, "limit :sample"),
                                union(scope, "1", from(filter), where, "limit :cap")))
                .params(values)
                .param("sample", SAMPLE + 1)
                .param("cap", PageOf.CAP + 1)
                .query(row -> {
                    var name = row.getString("name");
                    var value = row.getString("value");
                    if (name.isEmpty()) {
                        counts[0] = row.getInt("total");
                        counts[1] = row.getInt("late");
                        counts[2] = row.getInt("n");
                    } else if (value != null)
                        facets.computeIfAbsent(name, x -> new ArrayList<>())
                                .add(new Facet(
                                        value,
                                        label(name, value, row.getString("label")),
                                        row.getLong("n"),
                                        chosen(filter, name, value),
                                        counts[2] > SAMPLE));
                });
        var stages = facets.get("stage");
        if (stages != null) stages.sort(java.util.Comparator.comparing(f -> Stage.valueOf(f.value())));
        var rows = counts[0] == 0
                ? List.<ProspectRow>of()
                : rows(filter, scope, whole, where, values, paging, viewer, today);
        return new Listing(new PageOf<>(rows, paging, counts[0]), counts[1], counts[2] > SAMPLE, facets);
    }

    private static String from(LedgerFilter filter) {
        return filter.asksForWords() ? FROM : " from prospect p where ";
    }

    /** The rows of each part of the scope, each cut by {@code end}. */
    private static String union(Scope scope, String columns, String from, String where, String end) {
        return scope.parts().stream()
                .map(part -> "select * from (select " + columns + from + part + " and " + where + " " + end + ") part")
                .collect(joining(" union all "));
    }

    /** What is shared only in part stands in the order of its entry: another order would tell what is hidden. */
    private static String order(LedgerFilter filter, Scope scope, Viewer viewer) {
        if (scope.isWide(viewer)) return "p.id desc";
        return filter.isByDue()
                ? "p.status in ('OPEN', 'PAUSED') desc, p.next_due_on nulls last, p.id desc"
                : "p.updated_at desc, p.id desc";
    }

    private List<ProspectRow> rows(
            LedgerFilter filter,
            Scope scope,
            String whole,
            String where,
            Map<String, Object> values,
            Paging paging,
            Viewer viewer,
            LocalDate today) {
        var order = order(filter, scope, viewer);
        return jdbc.sql("""
                select p.*, o.name as enterprise, coalesce(nullif(h.short_name, ''), h.name) as holder, exists (select from prospect_partner x where x.prospect_id = p.id and x.office_id = :office) as partner, p.holder_office_id = :office as held,
                       exists (select from prospect_transfer t where t.prospect_id = p.id and t.state in ('PROPOSED', 'OFFERED')) as moving,
                       coalesce(a.name, '') as owner, (p.stage_since at time zone 'Asia/Shanghai')::date as since,
                       n.id as next_id, coalesce(n.next_step, '') as next_step, coalesce(n.name, '') as next_owner
                  from (select * from (%s) p order by %s limit :size offset :offset) p
                  join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                  left join account a on a.id = p.owner_account_id
                  left join lateral (select f.id, f.next_step, x.name from follow_up f left join account x on x.id = f.next_owner_id
                       where f.prospect_id = p.id and f.next_step <> '' and f.done_at is null order by f.next_due_on, f.id limit 1) n on p.whole
                 order by %s
                """.formatted(
                        union(scope, "p.*, " + whole + " as whole", FROM, where, "order by " + order + " limit :end"),
                        order,
                        order))
                .params(values)
                .param("end", paging.offset() + paging.size())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, i) -> row(row, today))
                .list();
    }

    private ProspectRow row(ResultSet row, LocalDate today) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var stage = Stage.valueOf(row.getString("stage"));
        var status = ProspectStatus.valueOf(row.getString("status"));
        var enterprise = text(row.getString("enterprise"));
        var holder = text(row.getString("holder"));
        if (!row.getBoolean("whole")) return ProspectRow.reduced(id, enterprise, holder, stage, status);
        var due = row.getObject("next_due_on", LocalDate.class);
        return new ProspectRow(
                id,
                enterprise,
                holder,
                stage,
                status,
                true,
                row.getBoolean("partner"),
                status != ProspectStatus.DROPPED && (row.getBoolean("held") || row.getBoolean("partner")),
                text(row.getString("number")),
                text(row.getString("matter")),
                Attention.valueOf(row.getString("attention")),
                LeadSource.valueOf(row.getString("source")),
                catalogue.nodeName(row.getObject("node_id", UUID.class)),
                catalogue.regionName(row.getString("region_code")),
                (int) ChronoUnit.DAYS.between(row.getObject("since", LocalDate.class), today),
                row.getObject("review_on", LocalDate.class),
                text(row.getString("owner")),
                row.getObject("next_id", UUID.class),
                text(row.getString("next_step")),
                text(row.getString("next_owner")),
                due,
                due != null && status.isLive() && due.isBefore(today),
                row.getBoolean("moving"));
    }

    private String label(String name, String value, @Nullable String label) {
        return switch (name) {
            case "stage" -> choices.label(Stage.valueOf(value));
            case "status" -> choices.label(ProspectStatus.valueOf(value));
            case "attention" -> choices.label(Attention.valueOf(value));
            case "source" -> choices.label(LeadSource.valueOf(value));
            case "region" -> catalogue.regionName(value);
            case "chain" -> catalogue.chainName(UUID.fromString(value));
            default -> text(label);
        };
    }

    private static boolean chosen(LedgerFilter filter, String name, String value) {
        return switch (name) {
            case "stage" -> value.equals(filter.stage());
            case "status" -> value.equals(filter.status());
            case "holder" -> value.equals(filter.holder());
            case "attention" -> value.equals(filter.attention());
            case "source" -> value.equals(filter.source());
            case "region" -> value.equals(filter.region());
            case "chain" -> value.equals(filter.chain());
            default -> value.equals(filter.owner());
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
