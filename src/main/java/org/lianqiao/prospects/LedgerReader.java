package org.lianqiao.prospects;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;

/** Which prospects a reader sees, as conditions on {@code prospect p}, for who counts what the ledger lists. */
public final class LedgerReader {
    private LedgerReader() {}

    /** What the ledger lists in this scope, as typed in its address; in the parameters of {@link #of}. */
    public static String lists(@Nullable String scope, Viewer viewer) {
        return Scope.of(scope, viewer).where();
    }

    /** What it lists is seen whole: else only name, holder, stage and status are told. */
    public static String whole(@Nullable String scope, Viewer viewer) {
        return Scope.of(scope, viewer).isWide(viewer) ? Sight.WHOLE : "true";
    }

    /** The reader sees it at all. */
    public static String sees() {
        return Sight.SEEN;
    }

    /** The offices and departments of the reader's side, as a query for their ids. */
    public static String sideOffices() {
        return Sight.SIDE;
    }

    /** The parameters of the conditions. */
    public static Map<String, Object> of(Viewer viewer) {
        return Sight.of(viewer);
    }
}
