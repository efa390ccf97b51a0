package org.lianqiao.cockpit.briefs;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What goes into a brief, as typed in the address: at most fifty of each.
 *
 * @param in the language, {@code en} or Chinese
 */
record Selection(
        @Nullable List<String> project,
        @Nullable List<String> need,
        @Nullable List<String> region,
        @Nullable String in) {
    static final int MOST = 50;

    List<UUID> projects() {
        return read(project, Lenient::id);
    }

    List<UUID> needs() {
        return read(need, Lenient::id);
    }

    List<String> regions() {
        return read(region, Lenient::region);
    }

    private static <T> List<T> read(@Nullable List<String> typed, Function<String, @Nullable T> reader) {
        if (typed == null) return List.of();
        return typed.stream()
                .map(reader)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .limit(MOST)
                .toList();
    }

    public boolean isEnglish() {
        return "en".equals(in);
    }

    /** The same things at another address. */
    String to(String path, @Nullable String language) {
        var uri = UriComponentsBuilder.fromPath(path);
        projects().forEach(id -> uri.queryParam("project", id));
        needs().forEach(id -> uri.queryParam("need", id));
        regions().forEach(code -> uri.queryParam("region", code));
        if (language != null) uri.queryParam("in", language);
        return uri.build().toUriString();
    }
}
