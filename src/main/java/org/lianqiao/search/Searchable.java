package org.lianqiao.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Records changed in what people find of them, or are gone: published as an application event within the transaction
 * that changed them. Their entries are written in it, and found within two seconds of its commit.
 */
public record Searchable(EntryKind kind, Collection<UUID> ids) {
    public Searchable(EntryKind kind, UUID id) {
        this(kind, List.of(id));
    }
}
