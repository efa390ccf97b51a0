package org.lianqiao.events.guests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Option;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The event's own questions and what guests answered. */
@Component
@RequiredArgsConstructor
class Questions {
    static final int LONGEST = 300;
    private static final String FIELD = "answer-";
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFD&&[^\\r\\n\\t]]");

    private final JdbcClient jdbc;

    List<Question> of(UUID event) {
        return jdbc.sql("""
                select id, case when :english and text_en <> '' then text_en else text_zh end as text, required
                  from event_question where event_id = :event and not retired order by position
                """)
                .param("event", event)
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .query(Question.class)
                .list();
    }

    /** What was typed, by the question's id; the fields are made from the questions, so no form can name them. */
    static Map<String, String> typed(HttpServletRequest request) {
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FIELD)) typed.put(name.substring(FIELD.length()), values[0].strip());
        });
        return typed;
    }

    /** @throws Refused naming the question that lacks its answer */
    void check(List<Question> questions, Map<String, String> typed) {
        for (var question : questions) {
            var answer = typed.getOrDefault(question.id().toString(), "");
            if (question.required() && answer.isEmpty()) throw new Refused("events.answer.required", question.text());
            if (answer.codePointCount(0, answer.length()) > LONGEST)
                throw new Refused("events.answer.long", question.text(), LONGEST);
            if (UNREADABLE.matcher(answer).find()) throw new Refused("events.answer.unreadable", question.text());
        }
    }

    void keep(UUID guest, List<Question> questions, Map<String, String> typed) {
        for (var question : questions) {
            var answer = typed.getOrDefault(question.id().toString(), "");
            if (answer.isEmpty()) continue;
            jdbc.sql("""
                    insert into event_answer (guest_id, question_id, text) values (?, ?, ?)
                    on conflict (guest_id, question_id) do update set text = excluded.text
                    """).params(guest, question.id(), answer).update();
        }
    }

    /** Question and answer, also of questions no longer asked. */
    List<Option> answers(UUID guest) {
        return jdbc.sql("""
                select q.text_zh as value, a.text as label from event_answer a join event_question q on q.id = a.question_id
                 where a.guest_id = ? order by q.position
                """).param(guest).query(Option.class).list();
    }
}
