package org.lianqiao.search;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The index as a copy of the table: brought up to date by ids, and compared with it by stamps. */
@Component
@RequiredArgsConstructor
class Index {
    private static final int AT_ONCE = 1000;

    private final EntityManager entities;

    /** Writes the rows as they stand now, and takes out those that are gone. At most some hundreds at once. */
    @Transactional(readOnly = true)
    public void put(Collection<UUID> ids) {
        var plan = session().indexingPlan();
        var gone = new HashSet<>(ids);
        for (var entry : entities.createQuery("from SearchEntry where id in :ids", SearchEntry.class)
                .setParameter("ids", ids)
                .getResultList()) {
            plan.addOrUpdate(entry);
            gone.remove(entry.getId());
        }
        gone.forEach(id -> plan.purge(SearchEntry.class, id, null));
    }

    /** The stamps of those of these ids that are indexed. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> stamps(Collection<UUID> ids) {
        var stamps = new HashMap<UUID, Long>();
        session()
                .search(SearchEntry.class)
                .select(f -> f.composite(f.id(UUID.class), f.field(EntryBinder.STAMP, Long.class)))
                .where(f -> f.id().matchingAny(ids))
                .fetchHits(ids.size())
                .forEach(hit -> stamps.put((UUID) hit.get(0), (Long) hit.get(1)));
        return stamps;
    }

    /** Shows the ids of everything indexed, in portions. */
    @Transactional(readOnly = true)
    public void each(Consumer<Collection<UUID>> portion) {
        try (var scroll = session()
                .search(SearchEntry.class)
                .select(f -> f.id(UUID.class))
                .where(f -> f.matchAll())
                .scroll(AT_ONCE)) {
            for (var next = scroll.next(); next.hasHits(); next = scroll.next()) portion.accept(next.hits());
        }
    }

    @Transactional(readOnly = true)
    public long size() {
        return session().search(SearchEntry.class).where(f -> f.matchAll()).fetchTotalHitCount();
    }

    /** Everything written so far is on the disk. */
    @Transactional(readOnly = true)
    public void flush() {
        session().workspace().flush();
        session().workspace().refresh();
    }

    @Transactional(readOnly = true)
    public void empty() {
        session().workspace().purge();
    }

    private SearchSession session() {
        return Search.session(entities);
    }
}
