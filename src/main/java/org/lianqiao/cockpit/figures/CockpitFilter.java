package org.lianqiao.cockpit.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;

/** What the cockpit looks at, as typed in the address: whose, from when to when, which chain. */
record CockpitFilter(
        @Nullable String scope,
        @Nullable String from,
        @Nullable String to,
        @Nullable String chain) {

    /** 本单位, 本侧, 两侧: as far as the viewer has them. */
    static List<String> scopes(Viewer viewer) {
        var scopes = new ArrayList<String>();
        if (!viewer.joint()) scopes.add("OURS");
        if (viewer.side() != null) scopes.add("SIDE");
        if (viewer.allianceId() != null) scopes.add("BOTH");
        return scopes;
    }

    /** What was asked for where the viewer has it, else the side, else the alliance. */
    String scopeOf(Viewer viewer) {
        var scopes = scopes(viewer);
        if (scope != null && scopes.contains(scope)) return scope;
        return scopes.contains("SIDE") ? "SIDE" : scopes.get(scopes.size() - 1);
    }

    /** As asked; the last twelve months where nothing was. */
    Period periodOf(LocalDate today) {
        var last = Objects.requireNonNullElse(Lenient.date(to), today);
        var first = Objects.requireNonNullElse(
                Lenient.date(from), last.minusMonths(12).plusDays(1));
        return first.isAfter(last) ? new Period(last, first) : new Period(first, last);
    }

    @Nullable
    UUID chainOf() {
        return Lenient.id(chain);
    }
}
