package org.lianqiao.matching;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person wrote of matches, and notes of others in which the person's phone number or mail address stands. */
@Component
@RequiredArgsConstructor
class FeedbackData implements PersonalData {
    private static final String THEIRS = """
             f.note not in ('', '—') and (f.given_by = cast(:account as uuid)
               or :phone <> '' and position(right(:phone, 11) in regexp_replace(f.note, '[^0-9]', '', 'g')) > 0
               or :email <> '' and position(:email in lower(f.note)) > 0)
            """;

    private final JdbcClient jdbc;
    private final Choices choices;

    @Override
    public List<Held> about(Person person) {
        return asked("""
                select f.*, f.given_by is not distinct from cast(:account as uuid) as own, n.number || ' · ' || f.about as subject, s.name as said_by
                  from (select m.id, m.need_id, o.name as about, m.note, m.given_for, m.given_by, m.given_at
                          from match_feedback m join organization o on o.id = m.organization_id
                        union all select c.id, c.need_id, k.number, c.note, c.given_for, c.given_by, c.given_at
                          from counterpart_feedback c join need k on k.id = c.counterpart_id) f
                  join need n on n.id = f.need_id join organization s on s.id = f.given_for where""" + THEIRS + " order by f.given_at", person)
                .query((row, i) -> new Held(
                        "match",
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        Held.known(row.getString("note")),
                        row.getBoolean("own") ? choices.text("PersonalData.own") : row.getString("said_by"),
                        null,
                        row.getObject("given_at", OffsetDateTime.class),
                        Fate.ERASABLE))
                .list();
    }

    /** The word stays, without its explanation: it concerns an enterprise, and is counted. */
    @Override
    public int forget(Person person) {
        return forget("match_feedback", person) + forget("counterpart_feedback", person);
    }

    private int forget(String table, Person person) {
        return asked(
                        "update " + table + " f set note = case when reason = 'OTHER' then '—' else '' end where"
                                + THEIRS,
                        person)
                .update();
    }

    private JdbcClient.StatementSpec asked(String sql, Person person) {
        return jdbc.sql(sql)
                .param("account", person.account())
                .param("phone", person.phone())
                .param("email", person.email());
    }
}
