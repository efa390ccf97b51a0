package org.lianqiao.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters of a list kept under a name: one's own, and those that colleagues share with the office. */
@Service
@RequiredArgsConstructor
public class SavedViews {
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** What a list is and where it stands. */
    public enum Surface {
        LIST("/ledger"),
        BOARD("/ledger/board"),
        CALENDAR("/ledger/calendar"),
        PROJECTS("/projects");

        private final String path;

        Surface(String path) {
            this.path = path;
        }

        /** @param named as it is sent; the first where it is none */
        public static Surface of(String named) {
            return Arrays.stream(values())
                    .filter(s -> s.key().equals(named))
                    .findFirst()
                    .orElse(LIST);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The list, narrowed. */
        public String address(String query) {
            return path + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** A filter with its name. */
    public record View(UUID id, String name, String surface, String query, boolean shared, boolean mine, String owner) {
        public String getHref() {
            return Surface.of(surface).address(query);
        }
    }

    /** Those of the given lists. */
    @Transactional(readOnly = true)
    public List<View> of(Viewer viewer, Surface... surfaces) {
        return jdbc.sql("""
                select v.id, v.name, v.surface, v.query, v.shared, v.owner_id = :me as mine, a.name as owner
                  from ledger_view v join account a on a.id = v.owner_id
                 where v.office_id = :office and v.surface in (:surfaces) and (v.owner_id = :me or v.shared) order by mine desc, v.name limit 100
                """)
                .param("me", viewer.account())
                .param("office", viewer.organization())
                .param("surfaces", Arrays.stream(surfaces).map(Surface::key).toList())
                .query(View.class)
                .list();
    }

    /** A view of the same name takes what is on the screen now. @throws Refused where the name does not do */
    @Transactional
    public void keep(String name, Surface surface, String query, boolean shared, Viewer by) {
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > 30) throw new Refused("web.view.name.size");
        if (of(by, Surface.values()).stream()
                        .filter(v -> v.mine && !v.name.equals(name))
                        .count()
                >= MOST) throw new Refused("web.view.tooMany");
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
                .param("surface", surface.key())
                .param("query", plain(query))
                .param("shared", shared)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** A query that an address can carry; nothing for what is none. */
    public static String plain(String query) {
        return query.length() <= 1000 && query.matches("[A-Za-z0-9%=&._+~*-]*") ? query : "";
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
