package org.lianqiao.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word and what it means, as an administrator writes it.
 *
 * @param means words, separated by 、 or spaces
 * @param mutual whether each of the words also finds the others
 */
record SynonymForm(
        @Size(min = 1, max = 40, message = "{search.synonym.word.size}")
        String word,

        @Size(min = 1, max = 400, message = "{search.synonym.means.size}")
        String means,

        @NotNull(message = "{search.synonym.mutual.required}") @Nullable
        Boolean mutual,

        @Nullable Long version) {
    SynonymForm {
        word = word == null ? "" : word;
        means = means == null ? "" : means;
    }

    static SynonymForm blank() {
        return new SynonymForm("", "", true, null);
    }

    List<String> words() {
        return Stream.of(means.split("[\\s\u3000,，、;；|/]+"))
                .filter(w -> !w.isEmpty() && !Folding.name(w).equals(Folding.name(word)))
                .distinct()
                .toList();
    }
}
