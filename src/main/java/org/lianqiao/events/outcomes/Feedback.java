package org.lianqiao.events.outcomes;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.guests.Guest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What guests think of an event. The hosts read it without names. */
@Service
@RequiredArgsConstructor
class Feedback {
    private static final int MOST_SHOWN = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param average of 1 to 5, with one digit; empty where nobody answered */
    record Summary(int answers, String average, int yes, int some, int no, List<String> words) {}

    private record Figures(int answers, String average, int yes, int some, int no) {}

    FeedbackForm of(Guest guest) {
        return jdbc.sql("select worth::text, found, words from event_feedback where guest_id = ?")
                .param(guest.id())
                .query(FeedbackForm.class)
                .optional()
                .orElse(new FeedbackForm("", null, ""));
    }

    @Transactional
    void give(Guest guest, FeedbackForm form) {
        jdbc.sql("""
                insert into event_feedback (guest_id, worth, found, words, given_at) values (:guest, :worth, :found, :words, :now)
                on conflict (guest_id) do update set worth = excluded.worth, found = excluded.found, words = excluded.words,
                    given_at = excluded.given_at
                """)
                .param("guest", guest.id())
                .param("worth", Integer.valueOf(form.worth()))
                .param("found", String.valueOf(form.found()))
                .param("words", form.words())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional(readOnly = true)
    Summary of(UUID event) {
        var figures = jdbc.sql("""
                select count(*) as answers, coalesce(round(avg(worth), 1)::text, '') as average,
                       count(*) filter (where found = 'YES') as yes, count(*) filter (where found = 'SOME') as some,
                       count(*) filter (where found = 'NO') as no
                  from event_feedback f join event_guest g on g.id = f.guest_id where g.event_id = ?
                """).param(event).query(Figures.class).single();
        var words = jdbc.sql("""
                select words from event_feedback f join event_guest g on g.id = f.guest_id
                 where g.event_id = ? and words <> '' order by given_at desc limit\s""" + MOST_SHOWN).param(event).query(String.class).list();
        return new Summary(figures.answers, figures.average, figures.yes, figures.some, figures.no, words);
    }
}
