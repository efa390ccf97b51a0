package org.lianqiao.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.orm.Search;
import org.lianqiao.bench.Portal;
import org.lianqiao.shared.Viewer;

/** The portal's index without the portal: the very same Lucene query, its best ten and its count, nothing else. */
public final class RawSearch implements AutoCloseable {
    private static final int BEST = 10;

    private final Portal portal;
    private final IndexReader reader;
    private final IndexSearcher searcher;

    public RawSearch(Portal portal) {
        this.portal = portal;
        try (var entities = portal.get(EntityManagerFactory.class).createEntityManager()) {
            reader = Search.session(entities)
                    .scope(SearchEntry.class)
                    .extension(LuceneExtension.get())
                    .openIndexReader();
        }
        searcher = new IndexSearcher(reader);
    }

    /** What the portal asks of Lucene for these words and this audience. */
    public Query query(String typed, Viewer reader) {
        var asked = portal.get(SearchQueries.class).understand(new SearchFilter(typed, null, null, null, null));
        try (var entities = portal.get(EntityManagerFactory.class).createEntityManager()) {
            var query = Search.session(entities)
                    .search(SearchEntry.class)
                    .where((f, root) -> root.add(new Matching(f).of(asked)).add(Matching.mayFind(f, reader)))
                    .toQuery();
            // Hibernate Search shows its query as text alone.
            var field = query.getClass().getDeclaredField("luceneQuery");
            field.setAccessible(true);
            return (Query) field.get(query);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public long find(Query query) {
        try {
            return searcher.search(query, new TopScoreDocCollectorManager(BEST, Integer.MAX_VALUE)).totalHits.value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the index anew from the table while the portal serves. */
    public static Duration rebuild(Portal portal) {
        var upkeep = portal.get(Upkeep.class);
        SearchTests.within(Duration.ofMinutes(5), () -> !upkeep.isBusy());
        var begun = System.nanoTime();
        upkeep.begin(Runs.Reason.BROKEN, null).join();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
