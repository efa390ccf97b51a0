package org.lianqiao.cockpit.briefs;

/**
 * A place on the schematic.
 *
 * @param function of the site there; empty where there is none
 */
record MapSpot(String name, int x, int y, String function) {
    /** The map is 118 mm wide on paper and 560 units in its drawing. */
    private static final double UNIT = 118.0 / 560;

    /** Where its name begins, in millimetres: its middle is its place. */
    public double left() {
        return x * UNIT - 20;
    }

    /** Below its dot. */
    public double top() {
        return y * UNIT + 3;
    }
}
