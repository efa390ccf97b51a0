package org.lianqiao.prospects;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of the ledger kept under a name: one's own, and those that colleagues share with the office. */
@Service
@RequiredArgsConstructor
class LedgerViews {
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param surface {@code list}, {@code board} or {@code calendar} */
    record View(UUID id, String name, String surface, String query, boolean shared, boolean mine, String owner) {
        public String getHref() {
            return (surface.equals("list") ? "/ledger" : "/ledger/" + surface) + (query.isEmpty() ? "" : "?" + query);
        }
    }

    @Transactional(readOnly = true)
    public List<View> of(Viewer viewer) {
        return jdbc.sql("""
                select v.id, v.name, v.surface, v.query, v.shared, v.owner_id = :me as mine, a.name as owner
                  from ledger_view v join account a on a.id = v.owner_id
                 where v.office_id = :office and (v.owner_id = :me or v.shared) order by mine desc, v.name limit 100
                """)
                .param("me", viewer.account())
                .param("office", viewer.organization())
                .query(View.class)
                .list();
    }

    /** A view of the same name takes what is on the screen now. @throws Refused where the name does not do */
    @Transactional
    public void keep(String name, String surface, String query, boolean shared, Viewer by) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > 30) throw new Refused("prospects.view.name.size");
        if (of(by).stream().filter(v -> v.mine && !v.name.equals(name)).count() >= MOST)
            throw new Refused("prospects.view.tooMany");
        jdbc.sql("""
                insert into ledger_view (id, office_id, owner_id, name, surface, query, shared, created_at)
                values (:id, :office, :me, :name, :surface, :query, :shared, :now)
                on conflict (owner_id, name) do update set office_id = excluded.office_id, surface = excluded.surface,
                    query = excluded.query, shared = excluded.shared
                """)
                .param("id", Ids.next())
                .param("office", by.organization())
                .param("me", by.account())
                .param("name", name)
                .param("surface", surface)
                .param("query", query)
                .param("shared", shared)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** @throws NotFound where it is not one's own */
    @Transactional
    public void remove(UUID id, Viewer by) {
        int gone = jdbc.sql("delete from ledger_view where id = ? and owner_id = ?")
                .params(id, by.account())
                .update();
        if (gone == 0) throw new NotFound();
    }
}
