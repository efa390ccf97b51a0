package org.lianqiao.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A module's records of one kind, as they are found: read by SQL, for one change as for a rebuild of everything. */
public interface SearchSource {
    EntryKind kind();

    /** The entries of those records that exist and that anybody may find. */
    List<Entry> entries(Collection<UUID> ids);

    /** The ids of all records in the database's order, beginning behind the given one. */
    List<UUID> idsAfter(@Nullable UUID last, int most);
}
