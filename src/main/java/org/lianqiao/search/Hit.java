package org.lianqiao.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;

/** A record that was found, as a result shows it. */
record Hit(UUID id, EntryKind kind, Marked title, String note, String region, Marked excerpt, String href, Instant at) {

    static List<Hit> of(List<SearchEntry> entries, Asked asked, Places places) {
        var needles = asked.needles();
        return entries.stream().map(e -> of(e, needles, places)).toList();
    }

    private static Hit of(SearchEntry entry, List<String> needles, Places places) {
        return new Hit(
                entry.getId(),
                entry.getKind(),
                Marked.of(title(entry), needles),
                entry.getNote(),
                entry.getRegions().isEmpty()
                        ? ""
                        : places.regionName(entry.getRegions().get(0)),
                excerpt(entry, needles),
                entry.getHref(),
                entry.getDatedAt());
    }

    /** In English for who reads English, where the record has such a title. */
    private static String title(SearchEntry entry) {
        return english() && !entry.getTitleEn().isEmpty() ? entry.getTitleEn() : entry.getTitle();
    }

    /**
     * Where the words stand: in the text as the reader reads it, in the other language, in the words that say what it is
     * about; else how the text begins. Languages stand on lines of their own and are never mixed.
     */
    private static Marked excerpt(SearchEntry entry, List<String> needles) {
        var body = Marked.excerpt(text(entry, english()), needles);
        if (body.hasHit()) return body;
        var foreign = Marked.excerpt(text(entry, !english()), needles);
        if (foreign.hasHit()) return foreign;
        var hits = entry.getKeywords().stream()
                .filter(k -> Marked.of(k, needles).hasHit())
                .toList();
        if (!hits.isEmpty()) return Marked.excerpt(String.join("、", hits), needles);
        if (!body.isEmpty()) return body;
        if (!foreign.isEmpty()) return foreign;
        return Marked.excerpt(String.join("、", entry.getKeywords()), needles);
    }

    private static String text(SearchEntry entry, boolean english) {
        return entry.getBody()
                .lines()
                .filter(line -> !line.isBlank()
                        && english
                                == line.codePoints()
                                        .noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
                .collect(Collectors.joining(" "));
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
