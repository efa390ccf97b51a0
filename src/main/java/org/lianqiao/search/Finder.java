package org.lianqiao.search;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;

/** Search for who wants records and no page: the same query as the page's, with its facets. */
@Service
@RequiredArgsConstructor
public class Finder {
    private final SearchQueries queries;
    private final Indexer indexer;
    private final IndexHome home;

    /**
     * @param typed as people type
     * @return the ids of what this reader may find, best first, at most fifty; nothing where only parts of the words match
     */
    public List<UUID> find(String typed, Viewer reader) {
        var filter = new SearchFilter(typed, null, null, null, null);
        var found = queries.find(filter, queries.understand(filter), reader, new Paging(1, 50));
        return found.loosely()
                ? List.of()
                : found.page().rows().stream().map(Hit::id).toList();
    }

    /** Whether everything that was committed can be found. */
    public boolean isUpToDate() {
        return home.isComplete() && indexer.isIdle();
    }
}
