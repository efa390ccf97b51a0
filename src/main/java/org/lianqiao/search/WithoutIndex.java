package org.lianqiao.search;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plain search that serves while the index is made anew: words as they are typed, straight from the table, within
 * what the reader may find.
 */
@Component
@RequiredArgsConstructor
class WithoutIndex {
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Choices choices;
    private final Places places;

    @Transactional(readOnly = true)
    public Found find(SearchFilter filter, Asked asked, Viewer viewer, Paging paging) {
        var values = new HashMap<String, Object>();
        var where = where(filter, asked, viewer, values);
        var ids = jdbc.sql(
                        "select id from search_entry where " + where
                                + " order by position(:first in lower(title)) = 0, dated_at desc, id limit :size offset :offset")
                .params(values)
                .param("first", asked.words().get(0).text())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(java.util.UUID.class)
                .list();
        Map<java.util.UUID, SearchEntry> rows = new HashMap<>();
        entities.createQuery("from SearchEntry where id in :ids", SearchEntry.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(e -> rows.put(e.getId(), e));
        var kinds = jdbc.sql(
                        "select kind, count(*) from search_entry where " + where + " group by kind order by 2 desc")
                .params(values)
                .query((row, n) -> new Facet(
                        row.getString(1),
                        choices.label(EntryKind.valueOf(row.getString(1))),
                        row.getLong(2),
                        row.getString(1).equals(filter.kind())))
                .list();
        int total = (int) Math.min(kinds.stream().mapToLong(Facet::count).sum(), PageOf.CAP + 1);
        var entries = ids.stream().filter(rows::containsKey).map(rows::get).toList();
        return new Found(
                new PageOf<>(Hit.of(entries, asked, places), paging, total),
                kinds,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static String where(SearchFilter filter, Asked asked, Viewer viewer, Map<String, Object> values) {
        var sql = new StringBuilder("audience && cast(:audience as text[])");
        values.put("audience", Audience.of(viewer).toArray(String[]::new));
        int n = 0;
        for (var word : asked.words()) {
            var name = "word" + n++;
            sql.append(
                            " and lower(title || ' ' || title_en || ' ' || short_name || ' ' || array_to_string(codes || keywords"
                                    + " || places, ' ') || ' ' || body) like :")
                    .append(name);
            values.put(name, "%" + word.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        var kind = filter.kindOf();
        if (kind != null) {
            sql.append(" and kind = :kind");
            values.put("kind", kind.name());
        }
        if (filter.regionOf() != null) {
            sql.append(" and :region = any(regions)");
            values.put("region", filter.regionOf());
        }
        if (filter.chainOf() != null) {
            sql.append(" and :chain = any(chains)");
            values.put("chain", filter.chainOf());
        }
        return sql.toString();
    }
}
