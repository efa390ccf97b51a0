package org.lianqiao.matching.chains;

/**
 * What stands at a node, in one region, in the alliance, or everywhere: as many as the lists show that the figures lead to.
 *
 * @param large how many of the enterprises are large
 * @param needs open ones, offered and sought
 * @param sought how many of the needs seek something
 */
record Figures(int enterprises, int large, int needs, int sought, int projects) {
    static final Figures NONE = new Figures(0, 0, 0, 0, 0);
    private static final int MANY = 3;

    /** One kind of thing counted; {@code part} are the large enterprises, or the needs that seek. */
    static Figures of(String what, int count, int part) {
        return switch (what) {
            case "ENTERPRISE" -> new Figures(count, part, 0, 0, 0);
            case "NEED" -> new Figures(0, 0, count, part, 0);
            default -> new Figures(0, 0, 0, 0, count);
        };
    }

    /**
     * Whether it is an advantage to build on: three enterprises, or a large one around which others settle, or one with a
     * project of the joint library beside it.
     */
    public boolean isStrong() {
        return enterprises >= MANY || large > 0 || enterprises > 0 && projects > 0;
    }

    /** How much is there, to put the strongest first; a large enterprise counts three times. */
    int weight() {
        return enterprises + 2 * large + projects;
    }

    public boolean isEmpty() {
        return enterprises == 0 && needs == 0 && projects == 0;
    }

    Figures plus(Figures other) {
        return new Figures(
                enterprises + other.enterprises,
                large + other.large,
                needs + other.needs,
                sought + other.sought,
                projects + other.projects);
    }
}
