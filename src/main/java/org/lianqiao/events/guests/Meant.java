package org.lianqiao.events.guests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is meant among guests: by the number on the badge, the organisation's name, the person's, or a part of an
 * organisation's name that no other has.
 */
public record Meant<T>(List<Named<T>> guests) {
    private static final int SHORTEST_PART = 2;

    /** @param badge empty where the guest has none yet */
    public record Named<T>(T guest, String badge, String organization, String name) {}

    /** The first of an organisation's guests where several come. */
    public Optional<T> find(String whom) {
        var key = plain(whom);
        return first(g -> g.badge.equals(key))
                .or(() -> first(g -> plain(g.organization).equals(key)))
                .or(() -> first(g -> plain(g.name).equals(key)))
                .or(() -> part(key));
    }

    private Optional<T> first(Predicate<Named<T>> which) {
        return guests.stream().filter(which).findFirst().map(Named::guest);
    }

    private Optional<T> part(String key) {
        if (key.length() < SHORTEST_PART) return Optional.empty();
        var having =
                guests.stream().filter(g -> plain(g.organization).contains(key)).toList();
        boolean one = having.stream().map(g -> plain(g.organization)).distinct().count() == 1;
        return one ? Optional.of(having.get(0).guest) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s()（）·]", "").toLowerCase(Locale.ROOT);
    }
}
