package org.lianqiao.matching.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.ProductKey;

/** What goes into what, and what is a kind of what: the catalogue's products and the nodes of the chains in one graph. */
final class ProductGraph {
    private final Map<String, Item> items = new HashMap<>();

    /** A product with all its names. */
    static final class Item {
        private final String name;
        private final Set<String> keys = new LinkedHashSet<>();
        private final List<Item> suppliers = new ArrayList<>(2);
        private final List<Item> customers = new ArrayList<>(2);
        private final List<Item> kinds = new ArrayList<>(1);
        private final List<Item> parents = new ArrayList<>(1);

        private Item(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        Set<String> keys() {
            return keys;
        }

        List<Item> suppliers() {
            return suppliers;
        }

        List<Item> customers() {
            return customers;
        }

        List<Item> kinds() {
            return kinds;
        }

        List<Item> parents() {
            return parents;
        }

        /** What stands beside it, whichever way. */
        Set<Item> neighbours() {
            var all = new LinkedHashSet<Item>();
            for (var some : List.of(suppliers, customers, kinds, parents)) all.addAll(some);
            return all;
        }
    }

    /** @return the product of this name, new where there is none */
    Item item(String name) {
        return items.computeIfAbsent(ProductKey.of(name), key -> {
            var item = new Item(name);
            item.keys.add(key);
            return item;
        });
    }

    void alias(Item item, String name) {
        var key = ProductKey.of(name);
        if (items.putIfAbsent(key, item) == null) item.keys.add(key);
    }

    static void supplies(Item from, Item to) {
        if (from == to || to.suppliers.contains(from)) return;
        to.suppliers.add(from);
        from.customers.add(to);
    }

    static void includes(Item whole, Item kind) {
        if (whole == kind || whole.kinds.contains(kind)) return;
        whole.kinds.add(kind);
        kind.parents.add(whole);
    }

    @Nullable
    Item find(String key) {
        return items.get(key);
    }

    /**
     * The product, else what its name ends with: in Chinese the kind stands last (三元锂电池 is a 锂电池).
     *
     * @return nothing where not even two last characters are a product
     */
    @Nullable
    Item findKind(String key) {
        for (int from = 0; from <= key.length() - 2; from++) {
            var item = items.get(key.substring(from));
            if (item != null) return item;
        }
        return null;
    }

    Collection<Item> all() {
        return new LinkedHashSet<>(items.values());
    }

    boolean knows(String key) {
        return items.containsKey(key);
    }
}
