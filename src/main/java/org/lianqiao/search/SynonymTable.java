package org.lianqiao.search;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Synonyms as administrators edit them; what they save is searched by at once. */
@Service
@RequiredArgsConstructor
class SynonymTable {
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 40;

    private final JdbcClient jdbc;
    private final Synonyms synonyms;
    private final ApplicationEventPublisher events;

    /** @param means separated by 、 */
    record Row(UUID id, String word, String means, boolean mutual) {}

    @Transactional(readOnly = true)
    PageOf<Row> page(@Nullable String words, Paging paging) {
        var like = Lenient.pattern(words);
        var where = " from search_synonym where cast(:like as text) is null or word ilike :like"
                + " or array_to_string(means, ' ') ilike :like";
        var rows = jdbc.sql("select id, word, array_to_string(means, '、') as means, mutual" + where
                        + " order by word limit :size offset :offset")
                .param("like", like)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
        int total = jdbc.sql("select count(*)" + where)
                .param("like", like)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    @Transactional(readOnly = true)
    Optional<SynonymForm> find(UUID id) {
        return jdbc.sql(
                        "select word, array_to_string(means, '、') as means, mutual, version from search_synonym where id = ?")
                .param(id)
                .query(SynonymForm.class)
                .optional();
    }

    @Transactional
    void add(SynonymForm form, Viewer by) {
        check(form);
        var id = Ids.next();
        unique(() -> jdbc.sql(
                        "insert into search_synonym (id, word, means, mutual, updated_by) values (?, ?, cast(? as text[]), ?, ?)")
                .params(
                        id,
                        form.word(),
                        form.words().toArray(String[]::new),
                        Boolean.TRUE.equals(form.mutual()),
                        by.account())
                .update());
        changed("synonym.add", id, form, by);
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, SynonymForm form, Viewer by) {
        if (find(id).isEmpty()) throw new NotFound();
        check(form);
        int saved = unique(() -> jdbc.sql("""
                update search_synonym set word = ?, means = cast(? as text[]), mutual = ?, updated_at = now(), updated_by = ?,
                       version = version + 1 where id = ? and version = ?
                """)
                .params(
                        form.word(),
                        form.words().toArray(String[]::new),
                        Boolean.TRUE.equals(form.mutual()),
                        by.account(),
                        id,
                        form.version() == null ? -1 : form.version())
                .update());
        if (saved == 0) throw new EditedMeanwhile();
        changed("synonym.edit", id, form, by);
    }

    @Transactional
    void remove(UUID id, Viewer by) {
        var form = find(id).orElseThrow(NotFound::new);
        jdbc.sql("delete from search_synonym where id = ?").param(id).update();
        changed("synonym.remove", id, form, by);
    }

    private static void check(SynonymForm form) {
        if (Folding.name(form.word()).isEmpty()) throw Refused.at("word", "search.synonym.word.size");
        if (form.words().isEmpty()) throw Refused.at("means", "search.synonym.means.other");
        if (form.words().size() > MOST_WORDS
                || form.words().stream().anyMatch(w -> w.codePointCount(0, w.length()) > LONGEST_WORD))
            throw Refused.at("means", "search.synonym.means.size");
    }

    private static int unique(java.util.function.IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException e) {
            throw Refused.at("word", "search.synonym.word.twice");
        }
    }

    private void changed(String action, UUID id, SynonymForm form, Viewer by) {
        events.publishEvent(new Recorded(by, action, "synonym", id, form.word(), form.means()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synonyms.forget();
            }
        });
    }
}
