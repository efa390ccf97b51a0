package org.lianqiao.cockpit.figures;

import java.util.List;

/**
 * 示意图: the places of the alliance and the projects between them; where they stand on it is no survey.
 *
 * @param width of the drawing, in its own units
 */
record FlowMap(int width, int height, List<Place> places, List<Flow> flows) {
    /** @param projects with a site there; {@code href} their list */
    record Place(String code, String name, int x, int y, long projects, String href) {}

    /** Projects with a site at either end. @param weight the line's width */
    record Flow(Place from, Place to, long projects, int weight, String href) {
        public int middleX() {
            return (from.x + to.x) / 2;
        }

        public int middleY() {
            return (from.y + to.y) / 2;
        }
    }
}
