package org.lianqiao.catalogue.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Places in a row that people set by moving one up or down. */
final class Order {
    /** @param position from 1 */
    record Place(UUID id, int position) {}

    private Order() {}

    /** All places after one has changed its own with its neighbour's; also those that shared a place are told apart. */
    static List<Place> moved(List<UUID> row, UUID one, boolean up) {
        var order = new ArrayList<>(row);
        int from = order.indexOf(one);
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < order.size()) Collections.swap(order, from, to);
        return IntStream.range(0, order.size())
                .mapToObj(i -> new Place(order.get(i), i + 1))
                .toList();
    }
}
