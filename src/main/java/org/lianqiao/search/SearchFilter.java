package org.lianqiao.search;

import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;

/** A search as it stands in the address. */
record SearchFilter(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String region,
        @Nullable String chain,
        @Nullable String sort) {
    @Nullable
    EntryKind kindOf() {
        return Lenient.value(EntryKind.class, kind);
    }

    @Nullable
    String regionOf() {
        return Lenient.region(region);
    }

    @Nullable
    String chainOf() {
        var id = Lenient.id(chain);
        return id == null ? null : id.toString();
    }

    public boolean isByDate() {
        return "date".equals(sort);
    }

    SearchFilter ofAnyKind() {
        return new SearchFilter(q, null, region, chain, sort);
    }
}
