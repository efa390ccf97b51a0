package org.lianqiao.prospects;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a prospect has come: 线索, 对接, 洽谈, 签约, 落地, 投产. The steps stand here and nowhere else; {@link Move} says
 * which of them is open from where.
 */
public enum Stage {
    LEAD,
    CONTACTED,
    NEGOTIATING,
    SIGNED,
    LANDED,
    PRODUCING;

    /** What must be shown to enter a stage. */
    enum Proof {
        NOTHING,
        /** One contact that took place, logged as a follow-up. */
        CONTACT,
        /** The day, and the signed paper. */
        SIGNING,
        /** The day of registration or of the start of works. */
        LANDING
    }

    public @Nullable Stage next() {
        return switch (this) {
            case LEAD -> CONTACTED;
            case CONTACTED -> NEGOTIATING;
            case NEGOTIATING -> SIGNED;
            case SIGNED -> LANDED;
            case LANDED -> PRODUCING;
            case PRODUCING -> null;
        };
    }

    public @Nullable Stage previous() {
        return switch (this) {
            case LEAD -> null;
            case CONTACTED -> LEAD;
            case NEGOTIATING -> CONTACTED;
            case SIGNED -> NEGOTIATING;
            case LANDED -> SIGNED;
            case PRODUCING -> LANDED;
        };
    }

    /** This stage and those after it, by name. */
    public List<String> andLater() {
        return Arrays.stream(values())
                .filter(s -> s.compareTo(this) >= 0)
                .map(Stage::name)
                .toList();
    }

    Proof needs() {
        return switch (this) {
            case LEAD, NEGOTIATING, PRODUCING -> Proof.NOTHING;
            case CONTACTED -> Proof.CONTACT;
            case SIGNED -> Proof.SIGNING;
            case LANDED -> Proof.LANDING;
        };
    }

    /** One step forward or back, never more. */
    boolean canMoveTo(@Nullable Stage other) {
        return other != null && (other == next() || other == previous());
    }
}
