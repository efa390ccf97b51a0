package org.lianqiao.projects;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays two versions side by side, field by field. The history knows what each field was when the second one began: what only
 * the other changed is proposed as the other left it. Both versions go into the history, whichever is chosen.
 */
@Component
@RequiredArgsConstructor
class Merging {
    private static final Map<String, String> INPUTS = Map.of(
            "node",
            "nodeId",
            "region",
            "regionCode",
            "park",
            "parkId",
            "area",
            "areaMu",
            "amount",
            "amountWan",
            "responsible",
            "responsibleId");

    private final JdbcClient jdbc;
    private final History history;

    private record Since(String was, String by, Instant at) {}

    /**
     * @param site nothing for the project's common part
     * @param seen the version with which the second one began
     * @param now the version that is saved
     * @param toMine what the second one would change of what is saved
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Merge of(
            UUID project,
            @Nullable UUID site,
            @Nullable Long seen,
            long now,
            Changes toMine,
            Record mine,
            Record theirs,
            Viewer by) {
        history.edited(project, site, "CONFLICT_KEPT", "", toMine, by);
        var since = since(project, site, seen == null ? 0 : seen);
        var sent = new LinkedHashMap<>(Difference.texts(mine));
        var saved = Difference.texts(theirs);
        var fields = toMine.list().stream()
                .map(c -> field(c, since.get(c.field()), sent, saved))
                .toList();
        fields.forEach(f -> sent.remove(f.input()));
        sent.remove("version");
        return new Merge(now, fields, sent);
    }

    private static Merge.Field field(
            Changes.Field change, @Nullable Since since, Map<String, String> sent, Map<String, String> saved) {
        var input = INPUTS.getOrDefault(change.field(), change.field());
        return new Merge.Field(
                change.field(),
                input,
                change.from(),
                saved.getOrDefault(input, ""),
                change.to(),
                sent.getOrDefault(input, ""),
                since != null && since.was.equals(change.to()),
                since == null ? "" : since.by,
                since == null ? null : since.at);
    }

    /** Per field what it was before anybody changed it since that version, and who did so last. */
    private Map<String, Since> since(UUID project, @Nullable UUID site, long seen) {
        var found = new HashMap<String, Since>();
        jdbc.sql("""
                select c.field, (array_agg(c.from_value order by c.changed_at, c.id))[1], (array_agg(coalesce(a.name, '') order by c.changed_at desc))[1],
                       max(c.changed_at)
                  from project_change c left join account a on a.id = c.changed_by
                 where c.project_id = :project and c.site_id is not distinct from cast(:site as uuid) and c.at_version > :seen
                   and c.what in ('EDITED', 'SITE_EDITED') group by c.field
                """)
                .param("project", project)
                .param("site", site == null ? null : site.toString())
                .param("seen", seen)
                .query(row -> {
                    found.put(
                            row.getString(1),
                            new Since(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                });
        return found;
    }
}
