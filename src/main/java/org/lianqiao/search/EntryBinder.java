package org.lianqiao.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/** The fields of the index and what is written into them, folded. A change here needs a new {@link #FORMAT}. */
public class EntryBinder implements TypeBinder {
    /** Names this set of fields; an index of another format is thrown away at the start and made anew. */
    static final String FORMAT = "1";

    static final String TITLE = "title";
    static final String KEYWORDS = "keywords";
    static final String BODY = "body";
    static final String PLACE = "place";
    static final String NAME = "name";
    static final String CALLED = "called";
    static final String CODE = "code";
    static final String TERM = "term";
    static final String TERM_SOUND = "termSound";
    static final String SYLLABLES = "syllables";
    static final String CALLED_SOUND = "calledSound";
    static final String CALLED_INITIALS = "calledInitials";
    static final String INITIALS = "initials";
    static final String KIND = "kind";
    static final String REGION = "region";
    static final String CHAIN = "chain";
    static final String AUDIENCE = "audience";
    static final String DATE = "date";
    static final String STAMP = "stamp";

    private static final int LONGEST_TERM = 24;

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(SearchEntry.class, new Bridge(context.indexSchemaElement()));
    }

    private static final class Bridge implements TypeBridge<SearchEntry> {
        private final IndexFieldReference<String> title;
        private final IndexFieldReference<String> keywords;
        private final IndexFieldReference<String> body;
        private final IndexFieldReference<String> place;
        private final IndexFieldReference<String> name;
        private final IndexFieldReference<String> called;
        private final IndexFieldReference<String> code;
        private final IndexFieldReference<String> term;
        private final IndexFieldReference<String> termSound;
        private final IndexFieldReference<String> syllables;
        private final IndexFieldReference<String> calledSound;
        private final IndexFieldReference<String> calledInitials;
        private final IndexFieldReference<String> initials;
        private final IndexFieldReference<String> kind;
        private final IndexFieldReference<String> region;
        private final IndexFieldReference<String> chain;
        private final IndexFieldReference<String> audience;
        private final IndexFieldReference<Instant> date;
        private final IndexFieldReference<Long> stamp;

        Bridge(IndexSchemaElement schema) {
            title = text(schema, TITLE);
            keywords = text(schema, KEYWORDS);
            body = text(schema, BODY);
            place = text(schema, PLACE);
            name = words(schema, NAME);
            called = words(schema, CALLED);
            code = words(schema, CODE);
            term = words(schema, TERM);
            termSound = words(schema, TERM_SOUND);
            syllables = schema.field(SYLLABLES, f -> f.asString().analyzer(Analysis.SYLLABLES))
                    .toReference();
            calledSound = words(schema, CALLED_SOUND);
            calledInitials = words(schema, CALLED_INITIALS);
            initials = words(schema, INITIALS);
            kind = schema.field(KIND, f -> f.asString().aggregable(Aggregable.YES))
                    .toReference();
            region = schema.field(REGION, f -> f.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
            chain = schema.field(CHAIN, f -> f.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
            audience = words(schema, AUDIENCE);
            date = schema.field(DATE, f -> f.asInstant().sortable(Sortable.YES)).toReference();
            stamp = schema.field(STAMP, f -> f.asLong().projectable(Projectable.YES))
                    .toReference();
        }

        private static IndexFieldReference<String> text(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString().analyzer(Analysis.ENTRY).searchAnalyzer(Analysis.QUERY))
                    .toReference();
        }

        private static IndexFieldReference<String> words(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString()).multiValued().toReference();
        }

        @Override
        public void write(DocumentElement to, SearchEntry entry, TypeBridgeWriteContext context) {
            writeTexts(to, entry);
            writeSounds(to, entry);
            entry.getCodes().forEach(c -> to.addValue(code, Folding.name(c)));
            to.addValue(kind, entry.getKind().name());
            entry.getRegions().forEach(r -> to.addValue(region, r));
            entry.getChains().forEach(c -> to.addValue(chain, c));
            entry.getAudience().forEach(a -> to.addValue(audience, a));
            to.addValue(date, entry.getDatedAt());
            to.addValue(stamp, entry.getStamp());
        }

        private void writeTexts(DocumentElement to, SearchEntry entry) {
            var names = names(entry);
            to.addValue(title, lines(names));
            to.addValue(
                    keywords,
                    lines(entry.getKeywords().stream().map(Folding::name).toList()));
            to.addValue(body, Folding.prose(entry.getBody()));
            to.addValue(
                    place, lines(entry.getPlaces().stream().map(Folding::name).toList()));
            names.forEach(n -> to.addValue(name, n));
            to.addValue(called, Folding.name(call(entry)));
            for (var t : terms(entry)) to.addValue(term, Folding.name(t));
        }

        private void writeSounds(DocumentElement to, SearchEntry entry) {
            var calls = Sounds.syllables(call(entry));
            if (!calls.isEmpty()) {
                to.addValue(calledSound, Sounds.full(calls));
                to.addValue(calledInitials, Sounds.initials(calls));
            }
            var spoken = new ArrayList<String>();
            for (var t : terms(entry)) {
                var sounds = Sounds.syllables(t);
                if (sounds.isEmpty()) continue;
                spoken.add(String.join(" ", sounds));
                to.addValue(termSound, Sounds.full(sounds));
                to.addValue(initials, Sounds.initials(sounds));
            }
            var whole = Sounds.syllables(entry.getTitle());
            spoken.add(String.join(" ", whole));
            to.addValue(initials, Sounds.initials(whole));
            to.addValue(syllables, String.join(" | ", spoken));
        }

        private static List<String> names(SearchEntry entry) {
            var names = new LinkedHashSet<String>();
            for (var n : List.of(entry.getTitle(), entry.getTitleEn(), entry.getShortName()))
                if (!n.isEmpty()) names.add(Folding.name(n));
            return List.copyOf(names);
        }

        private static String call(SearchEntry entry) {
            return entry.getShortName().isEmpty() ? entry.getTitle() : entry.getShortName();
        }

        private static List<String> terms(SearchEntry entry) {
            var terms = new LinkedHashSet<String>();
            if (call(entry).length() <= LONGEST_TERM) terms.add(call(entry));
            entry.getKeywords().stream().filter(k -> k.length() <= LONGEST_TERM).forEach(terms::add);
            return List.copyOf(terms);
        }

        private static String lines(List<String> values) {
            return String.join("\n", values);
        }
    }
}
