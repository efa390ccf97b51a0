package org.lianqiao.prospects;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;

/** How far a list of the ledger reaches. */
enum Scope {
    /** What the viewer's office holds or takes part in. */
    OURS,
    /** What it holds. */
    HELD,
    /** What it takes part in. */
    JOINED,
    /** What the offices of its side hold, as far as they share it. */
    SIDE,
    /** What both sides share. */
    BOTH;

    static List<Scope> of(Viewer viewer) {
        var scopes = new ArrayList<Scope>(List.of(OURS, HELD, JOINED));
        if (viewer.side() != null) scopes.add(SIDE);
        if (viewer.allianceId() != null) scopes.add(BOTH);
        return scopes;
    }

    /** What was asked for, where the viewer has it; else what the viewer's office is there for. */
    static Scope of(@Nullable String typed, Viewer viewer) {
        var asked = Lenient.value(Scope.class, typed);
        if (asked != null && of(viewer).contains(asked)) return asked;
        return viewer.joint() ? BOTH : viewer.coordinating() ? SIDE : OURS;
    }

    /** Whether it shows records of which the viewer sees only name, holder and stage. */
    boolean isWide(Viewer viewer) {
        return this == BOTH || this == SIDE && !viewer.coordinating();
    }

    /**
     * The same in parts that exclude each other: each is walked in the order of its own index, where one condition with
     * {@code or} would sort everything.
     */
    List<String> parts() {
        var joined =
                "p.holder_office_id <> :office and p.id in (select prospect_id from prospect_partner where office_id = :office)";
        return switch (this) {
            case OURS -> List.of(HELD.where(), joined);
            case SIDE ->
                List.of(
                        "p.alliance_id = :alliance and p.holder_office_id in " + Sight.SIDE + " and " + Sight.SEEN,
                        "(p.alliance_id <> :alliance or p.holder_office_id not in " + Sight.SIDE + ") and " + joined);
            case HELD, JOINED, BOTH -> List.of(where());
        };
    }

    /** The condition on a prospect {@code p}; in {@link Sight}'s parameters. */
    String where() {
        return switch (this) {
            case OURS -> Sight.WORKED;
            case HELD -> "p.holder_office_id = :office";
            case JOINED -> "(p.holder_office_id <> :office and " + Sight.WORKED + ")";
            case SIDE ->
                "((p.alliance_id = :alliance and p.holder_office_id in " + Sight.SIDE + " and " + Sight.SEEN + ") or "
                        + Sight.WORKED + ")";
            case BOTH -> "p.alliance_id = :alliance and " + Sight.SEEN;
        };
    }
}
