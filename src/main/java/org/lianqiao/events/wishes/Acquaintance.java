package org.lianqiao.events.wishes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.matching.Encounters;
import org.lianqiao.web.Lenient;

/** Another guest, as the list is ordered by. */
record Acquaintance(
        UUID id,
        int number,
        String name,
        String position,
        String organization,
        @Nullable String region,
        @Nullable UUID chain,
        String about,
        @Nullable UUID enterprise,
        @Nullable UUID asking,
        boolean otherKind,
        boolean sameChain,
        boolean otherRegion,
        @Nullable WishKind wish) {
    private static final float MATCHED = 10;

    /** @param own whether the guest reads it; who chooses for him reads what was chosen for him instead of a "rather not" */
    static Acquaintance of(ResultSet row, boolean own) throws SQLException {
        var kind = Lenient.value(WishKind.class, row.getString("kind"));
        var forThem = Lenient.value(WishKind.class, row.getString("for_them"));
        return new Acquaintance(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("name"),
                row.getString("position"),
                row.getString("organization_name"),
                row.getString("region_code"),
                row.getObject("chain_id", UUID.class),
                row.getString("about"),
                row.getObject("enterprise", UUID.class),
                row.getObject("asking", UUID.class),
                row.getBoolean("other_kind"),
                row.getBoolean("same_chain"),
                row.getBoolean("other_region"),
                kind == WishKind.RATHER_NOT && !own ? forThem : kind);
    }

    Encounters.Party party() {
        return new Encounters.Party(id, enterprise, about);
    }

    String badge() {
        return "%03d".formatted(number);
    }

    List<String> circumstances() {
        var keys = new ArrayList<String>();
        if (otherKind) keys.add("events.wish.because.kind");
        if (sameChain) keys.add("events.wish.because.chain");
        if (otherRegion) keys.add("events.wish.because.region");
        return keys;
    }

    static Comparator<Acquaintance> byFit(Map<UUID, Encounters.Fit> fits) {
        return Comparator.comparing(Acquaintance::chosen)
                .thenComparing(o -> -o.fit(fits.get(o.id)))
                .thenComparing(Acquaintance::number);
    }

    private int chosen() {
        return wish == WishKind.MUST ? 0 : wish == WishKind.WOULD ? 1 : 2;
    }

    private float fit(Encounters.@Nullable Fit fit) {
        int circumstances =
                (otherKind ? 4 : 0) + (sameChain ? 2 : 0) + (otherRegion ? 1 : 0) + (about.isEmpty() ? 0 : 1);
        return circumstances + (fit == null ? 0 : MATCHED * fit.score());
    }
}
