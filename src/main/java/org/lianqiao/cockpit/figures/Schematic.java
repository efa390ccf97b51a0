package org.lianqiao.cockpit.figures;

import java.util.Map;

/** Where the places of the alliance stand on a schematic: the four as they lie to each other, further ones in a row below. */
public final class Schematic {
    public static final int WIDTH = 560;
    public static final int HEIGHT = 320;

    private static final Map<String, Spot> KNOWN = Map.of(
            "110112",
            new Spot(110, 160),
            "131082",
            new Spot(400, 60),
            "131028",
            new Spot(460, 160),
            "131024",
            new Spot(370, 264));

    private Schematic() {}

    /** In the drawing's own units. */
    public record Spot(int x, int y) {}

    /** @param nth how many places stand before it */
    public static Spot of(String code, int nth) {
        return KNOWN.getOrDefault(code, new Spot(60 + 110 * (nth % 5), HEIGHT - 24));
    }
}
