package org.lianqiao.sheets;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which column holds what, found by the names that people give them: spaces, line breaks, stars and what stands in
 * brackets do not matter, nor does the case of Latin letters.
 */
public final class Columns<K extends Enum<K>> {
    private final Map<K, Integer> places;
    private final Row header;

    private Columns(Map<K, Integer> places, Row header) {
        this.places = places;
        this.header = header;
    }

    /**
     * @param names what each field may be called
     * @return nothing where the row is not the header, for it lacks a required field
     */
    public static <K extends Enum<K>> Optional<Columns<K>> in(
            Row row, Class<K> fields, Function<K, List<String>> names, List<K> required) {
        var places = new EnumMap<K, Integer>(fields);
        for (int i = 0; i < row.cells().size(); i++) {
            var name = plain(row.cells().get(i));
            for (var field : fields.getEnumConstants())
                if (names.apply(field).stream().map(Columns::plain).anyMatch(name::equals))
                    places.putIfAbsent(field, i);
        }
        return places.keySet().containsAll(required) ? Optional.of(new Columns<>(places, row)) : Optional.empty();
    }

    /** The field's cell of a row; empty where the sheet has no such column. */
    public String of(Row row, K field) {
        var place = places.get(field);
        return place == null ? "" : row.cell(place);
    }

    /** What the sheet itself calls the field. */
    public String title(K field) {
        var place = places.get(field);
        return place == null ? "" : header.cell(place);
    }

    private static String plain(String name) {
        return name.replaceAll("[（(【\\[].*?[)）】\\]]|[\\s*＊_]", "").toLowerCase(Locale.ROOT);
    }
}
