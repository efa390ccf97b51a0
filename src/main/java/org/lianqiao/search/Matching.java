package org.lianqiao.search;

import static org.lianqiao.search.EntryBinder.AUDIENCE;
import static org.lianqiao.search.EntryBinder.BODY;
import static org.lianqiao.search.EntryBinder.CALLED;
import static org.lianqiao.search.EntryBinder.CALLED_INITIALS;
import static org.lianqiao.search.EntryBinder.CALLED_SOUND;
import static org.lianqiao.search.EntryBinder.CODE;
import static org.lianqiao.search.EntryBinder.INITIALS;
import static org.lianqiao.search.EntryBinder.KEYWORDS;
import static org.lianqiao.search.EntryBinder.NAME;
import static org.lianqiao.search.EntryBinder.PLACE;
import static org.lianqiao.search.EntryBinder.SYLLABLES;
import static org.lianqiao.search.EntryBinder.TERM_SOUND;
import static org.lianqiao.search.EntryBinder.TITLE;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.lianqiao.shared.Viewer;

/**
 * A query in the words of the index. What must match is strict: every word as it was typed, by one of its synonyms or by
 * its sound; weights only order: the name itself, what holds the words as typed, what sounds like them, synonyms; and
 * among these names before products, products before running text.
 */
final class Matching {
    private static final float IS_THE_NAME = 1000;
    private static final float IS_THE_CODE = 1000;
    private static final float SOUNDS_THE_NAME = 40;
    private static final float BEGINS_THE_NAME = 60;
    private static final float AS_TYPED = 50;
    private static final float SOUNDS_A_WORD = 10;
    private static final float IN_TITLE = 8;
    private static final float IN_KEYWORDS = 3;
    private static final float BY_SYNONYM = 0.01f;
    private static final int SHORTEST_CODE = 4;

    private final SearchPredicateFactory f;

    Matching(SearchPredicateFactory f) {
        this.f = f;
    }

    /** Who may find it: a part of every query. It does not score. */
    static SearchPredicate mayFind(SearchPredicateFactory f, Viewer viewer) {
        return f.terms()
                .field(AUDIENCE)
                .matchingAny(Audience.of(viewer))
                .constantScore()
                .boost(0)
                .toPredicate();
    }

    SearchPredicate of(Asked asked) {
        var any = f.or();
        var whole = asked.whole();
        any.add(f.match()
                .field(CALLED)
                .field(NAME)
                .matching(whole)
                .constantScore()
                .boost(IS_THE_NAME));
        any.add(f.match().field(CODE).matching(whole).constantScore().boost(IS_THE_CODE));
        any.add(f.prefix()
                .field(CALLED)
                .field(NAME)
                .matching(whole)
                .constantScore()
                .boost(BEGINS_THE_NAME));
        if (whole.length() >= SHORTEST_CODE && whole.matches("[a-z0-9]+"))
            any.add(f.prefix().field(CODE).matching(whole).constantScore().boost(BEGINS_THE_NAME));
        any.add(f.bool().must(direct(whole)).should(f.matchAll().boost(AS_TYPED)));
        if (asked.words().size() > 1) any.add(all(asked.words()));
        else for (var word : asked.words()) for (var other : otherwise(word)) any.add(other);
        if (!asked.split().isEmpty()) any.add(all(asked.split()));
        if (asked.isLatin()) any.add(sound(asked.soundsTyped()));
        return any.toPredicate();
    }

    /** Every part of the words, somewhere. */
    SearchPredicate parts(List<String> parts) {
        var every = f.and();
        parts.forEach(p -> every.add(direct(p)));
        return every.toPredicate();
    }

    /** What may be meant while the query is still being typed. */
    SearchPredicate begun(Asked asked) {
        var any = f.or();
        var whole = asked.whole();
        any.add(f.prefix()
                .field(CALLED)
                .field(NAME)
                .matching(whole)
                .constantScore()
                .boost(BEGINS_THE_NAME));
        any.add(f.phrase().field(TITLE).boost(IN_TITLE).field(KEYWORDS).matching(whole));
        any.add(f.prefix().field(CODE).matching(whole).constantScore());
        if (asked.isLatin())
            any.add(f.prefix()
                    .field(CALLED_SOUND)
                    .field(CALLED_INITIALS)
                    .matching(asked.soundsTyped())
                    .constantScore()
                    .boost(SOUNDS_A_WORD));
        return any.toPredicate();
    }

    private SearchPredicate all(List<Asked.Word> words) {
        var every = f.and();
        words.forEach(w -> every.add(words.size() > 1 && w.place() ? place(w.text()) : word(w)));
        return every.toPredicate();
    }

    private SearchPredicate word(Asked.Word word) {
        var any = f.or();
        any.add(direct(word.text()));
        for (var other : otherwise(word)) any.add(other);
        return any.toPredicate();
    }

    /** What stands for a word that is not written there. */
    private List<SearchPredicate> otherwise(Asked.Word word) {
        var others = new ArrayList<SearchPredicate>();
        if (word.place()) others.add(place(word.text()));
        for (var other : word.others())
            others.add(f.phrase()
                    .field(TITLE)
                    .field(KEYWORDS)
                    .field(BODY)
                    .matching(other)
                    .constantScore()
                    .boost(BY_SYNONYM)
                    .toPredicate());
        return others;
    }

    private SearchPredicate direct(String text) {
        return f.phrase()
                .field(TITLE)
                .boost(IN_TITLE)
                .field(KEYWORDS)
                .boost(IN_KEYWORDS)
                .field(BODY)
                .matching(text)
                .toPredicate();
    }

    private SearchPredicate place(String name) {
        return f.phrase().field(TITLE).field(PLACE).matching(name).toPredicate();
    }

    private SearchPredicate sound(String letters) {
        var any = f.or();
        any.add(f.match()
                .field(CALLED_SOUND)
                .field(CALLED_INITIALS)
                .matching(letters)
                .constantScore()
                .boost(SOUNDS_THE_NAME));
        any.add(f.match()
                .field(TERM_SOUND)
                .field(INITIALS)
                .matching(letters)
                .constantScore()
                .boost(SOUNDS_A_WORD));
        Syllables.readings(letters)
                .forEach(reading ->
                        any.add(f.phrase().field(SYLLABLES).matching(reading).constantScore()));
        return any.toPredicate();
    }
}
