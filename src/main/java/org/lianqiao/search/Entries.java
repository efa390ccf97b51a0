package org.lianqiao.search;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianqiao.shared.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of what can be found. It is written at the end of the transaction that changes a record, and indexed after
 * the commit.
 */
@Component
class Entries {
    private static final int AT_ONCE = 500;
    private static final String COLUMNS =
            "title, title_en, short_name, note, href, codes, keywords, body, places, regions, chains, audience, dated_at, stamp";

    private static final Map<String, EntryKind> RECORDED = Arrays.stream(EntryKind.values())
            .collect(Collectors.toMap(k -> k.name().toLowerCase(Locale.ROOT), Function.identity()));

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Places places;
    private final Indexer indexer;
    private final Map<EntryKind, SearchSource> sources;
    private final JsonMapper json = new JsonMapper();

    Entries(JdbcClient jdbc, EntityManager entities, Places places, Indexer indexer, List<SearchSource> sources) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.places = places;
        this.indexer = indexer;
        this.sources = sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
    }

    Collection<SearchSource> sources() {
        return sources.values();
    }

    /** Whatever changes a record is recorded, under the kind's name; so nothing that can be found is forgotten. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    @Transactional
    public void changed(Recorded change) {
        var kind = RECORDED.get(change.entity());
        if (kind != null && change.id() != null) changed(new Searchable(kind, change.id()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    @Transactional
    public void changed(Searchable change) {
        var source = sources.get(change.kind());
        if (source == null) return;
        entities.flush();
        var ids = List.copyOf(new LinkedHashSet<>(change.ids()));
        for (int i = 0; i < ids.size(); i += AT_ONCE) write(source, ids.subList(i, Math.min(i + AT_ONCE, ids.size())));
    }

    /**
     * Brings the rows of these records up to date, also of those that are gone, and indexes what is new after the commit.
     *
     * @return how many rows were not as they should be
     */
    @Transactional
    public int write(SearchSource source, Collection<UUID> ids) {
        // Two changes of one record write one after the other, and the second one reads what the first one did.
        jdbc.sql("select id from search_entry where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(UUID.class)
                .list();
        var entries = source.entries(ids);
        var touched = new ArrayList<>(put(entries));
        touched.addAll(remove(source.kind(), ids, entries));
        if (!touched.isEmpty()) afterCommit(touched);
        return touched.size();
    }

    /** Takes away the rows of this kind whose records do not exist, between two ids in the database's order. */
    @Transactional
    public int clean(EntryKind kind, UUID after, UUID until, Collection<UUID> existing) {
        var gone = jdbc.sql("""
                delete from search_entry where kind = :kind and id > :after and id <= :until
                   and id not in (select unnest(cast(:existing as uuid[]))) returning id
                """)
                .param("kind", kind.name())
                .param("after", after)
                .param("until", until)
                .param("existing", existing.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        if (!gone.isEmpty()) afterCommit(gone);
        return gone.size();
    }

    private List<UUID> put(List<Entry> entries) {
        if (entries.isEmpty()) return List.of();
        return jdbc.sql("""
                insert into search_entry (id, kind, %1$s)
                select id, kind, %1$s from jsonb_to_recordset(cast(:rows as jsonb)) as row (id uuid, kind text,
                    title text, title_en text, short_name text, note text, href text, codes text[], keywords text[], body text,
                    places text[], regions text[], chains text[], audience text[], dated_at timestamptz, stamp bigint)
                on conflict (id) do update set kind = excluded.kind, %2$s where search_entry.stamp <> excluded.stamp
                returning id
                """.formatted(COLUMNS, assignments()))
                .param(
                        "rows",
                        json.writeValueAsString(entries.stream().map(this::row).toList()))
                .query(UUID.class)
                .list();
    }

    private List<UUID> remove(EntryKind kind, Collection<UUID> ids, List<Entry> left) {
        var gone = new LinkedHashSet<>(ids);
        left.forEach(e -> gone.remove(e.id()));
        if (gone.isEmpty()) return List.of();
        return jdbc.sql("delete from search_entry where kind = :kind and id in (:ids) returning id")
                .param("kind", kind.name())
                .param("ids", gone)
                .query(UUID.class)
                .list();
    }

    private Map<String, Object> row(Entry entry) {
        var regions = new LinkedHashSet<String>();
        entry.regions().forEach(r -> regions.addAll(places.path(r)));
        var around = new LinkedHashSet<>(entry.places());
        regions.forEach(r -> around.addAll(places.namesOf(r)));
        var called = entry.kind() == EntryKind.ORGANIZATION && entry.shortName().isEmpty()
                ? Names.called(entry.title(), places.names())
                : entry.shortName();
        var row = new java.util.LinkedHashMap<String, Object>();
        row.put("id", entry.id());
        row.put("kind", entry.kind());
        row.put("title", entry.title());
        row.put("title_en", entry.titleEn());
        row.put("short_name", called);
        row.put("note", entry.note());
        row.put("href", entry.href());
        row.put("codes", entry.codes());
        row.put("keywords", entry.keywords());
        row.put("body", entry.body());
        row.put("places", around);
        row.put("regions", regions);
        row.put("chains", entry.chains());
        row.put("audience", entry.audience());
        row.put("dated_at", entry.at());
        row.put("stamp", stamp(row.toString()));
        return row;
    }

    private void afterCommit(List<UUID> ids) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                indexer.index(ids);
            }
        });
    }

    private static String assignments() {
        return List.of(COLUMNS.split(", ")).stream()
                .map(c -> c + " = excluded." + c)
                .collect(Collectors.joining(", "));
    }

    private static long stamp(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
