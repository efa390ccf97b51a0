package org.lianqiao.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
        boolean english = Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
        return english && !entry.getTitleEn().isEmpty() ? entry.getTitleEn() : entry.getTitle();
    }

    /** Where the words stand: in the text, else in the words that say what it is about; else how the text begins. */
    private static Marked excerpt(SearchEntry entry, List<String> needles) {
        var body = Marked.excerpt(entry.getBody(), needles);
        if (body.hasHit()) return body;
        var hits = entry.getKeywords().stream()
                .filter(k -> Marked.of(k, needles).hasHit())
                .toList();
        if (!hits.isEmpty()) return Marked.excerpt(String.join("、", hits), needles);
        if (!body.isEmpty()) return body;
        return Marked.excerpt(String.join("、", entry.getKeywords()), needles);
    }
}
