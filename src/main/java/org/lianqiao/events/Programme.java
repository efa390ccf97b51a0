package org.lianqiao.events;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an event runs: registration, own questions, agenda, tables and the slots of its meetings. */
@Service
@RequiredArgsConstructor
class Programme {
    static final int USUAL_SLOT = 20;
    private static final int MOST_SLOTS = 200;
    private static final int MOST_ITEMS = 60;
    private static final int MOST_QUESTIONS = 10;
    private static final int LONGEST_TITLE = 120;

    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final ApplicationEventPublisher events;

    private record Slot(LocalDateTime starts, LocalDateTime ends) {}

    /** @param written as its line says: question, star, English after a bar */
    private record Question(@Nullable UUID id, String zh, String en, boolean required) {
        static Question of(String line) {
            boolean required = line.endsWith("*") || line.endsWith("＊");
            var parts = (required ? line.substring(0, line.length() - 1) : line).split("[|｜]", 2);
            return new Question(null, parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", required);
        }

        String line() {
            return zh + (en.isEmpty() ? "" : " | " + en) + (required ? "*" : "");
        }
    }

    @Transactional(readOnly = true)
    ProgrammePage page(UUID event) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        var agenda = jdbc.sql("""
                select starts_at, ends_at, case when :english and title_en <> '' then title_en else title_zh end as title
                  from event_agenda_item where event_id = :id order by position
                """)
                .param("id", event)
                .param("english", english)
                .query((row, n) -> new ProgrammePage.Item(
                        Objects.requireNonNull(local(row.getObject(1, OffsetDateTime.class))),
                        local(row.getObject(2, OffsetDateTime.class)),
                        row.getString(3)))
                .list();
        return jdbc.sql("""
                select (select count(*) from event_table t where t.event_id = e.id) as tables,
                       (select count(*) from event_slot s where s.event_id = e.id) as slots,
                       (select min(s.starts_at) from event_slot s where s.event_id = e.id) as first,
                       coalesce(e.slot_minutes, 0) as minutes
                  from event e where e.id = ?
                """)
                .param(event)
                .query((row, n) -> new ProgrammePage(
                        agenda,
                        row.getInt("tables"),
                        row.getInt("slots"),
                        local(row.getObject("first", OffsetDateTime.class)),
                        row.getInt("minutes")))
                .single();
    }

    @Transactional(readOnly = true)
    ProgrammeForm form(UUID event) {
        var agenda = jdbc.sql("""
                select to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                         || coalesce(to_char(ends_at at time zone 'Asia/Shanghai', '-HH24:MI'), '') || ' ' || title_zh
                         || case when title_en <> '' then ' | ' || title_en else '' end
                  from event_agenda_item where event_id = ? order by position
                """).param(event).query(String.class).list();
        return jdbc.sql("""
                select e.*, (select count(*) from event_table t where t.event_id = e.id) as tables from event e where id = ?
                """)
                .param(event)
                .query((row, n) -> new ProgrammeForm(
                        Registering.valueOf(row.getString("registration")),
                        local(row.getObject("registration_until", OffsetDateTime.class)),
                        questions(event).stream().map(Question::line).collect(Collectors.joining("\n")),
                        withoutDay(
                                agenda,
                                Objects.requireNonNull(local(row.getObject("starts_at", OffsetDateTime.class)))),
                        row.getString("meeting_times"),
                        row.getObject("slot_minutes", Integer.class),
                        row.getObject("pause_minutes", Integer.class),
                        row.getInt("tables"),
                        row.getObject("most_meetings", Integer.class),
                        local(row.getObject("wishes_until", OffsetDateTime.class)),
                        row.getLong("version")))
                .single();
    }

    /** The first day need not be named. */
    private static String withoutDay(List<String> agenda, LocalDateTime starts) {
        var day = starts.toLocalDate() + " ";
        return agenda.stream()
                .map(line -> line.startsWith(day) ? line.substring(day.length()) : line)
                .collect(Collectors.joining("\n"));
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void save(UUID id, ProgrammeForm form, Viewer officer) {
        var event = finder.hosted(id, officer);
        var agenda = agenda(form, event);
        var slots = slots(form, event);
        var questions = questions(form);
        checkDays(form, event);
        int saved = jdbc.sql("""
                update event set registration = :registration, registration_until = :until, wishes_until = :wishes,
                       most_meetings = :most, meeting_times = :times, slot_minutes = :slot, pause_minutes = :pause,
                       version = version + 1 where id = :id and version = :seen
                """)
                .param(
                        "registration",
                        Objects.requireNonNull(form.registration()).name())
                .param("until", at(form.registrationUntil()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("wishes", at(form.wishesUntil()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("most", form.mostMeetings(), java.sql.Types.INTEGER)
                .param("times", form.meetingTimes())
                .param("slot", form.slotLength())
                .param("pause", form.pauseLength())
                .param("id", id)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        writeAgenda(id, agenda);
        writeQuestions(id, questions);
        writeSlots(id, slots);
        writeTables(id, form.tableCount());
        events.publishEvent(new Recorded(
                officer,
                "event.programme",
                "event",
                id,
                event.number(),
                form.registration() + ", slots " + slots.size() + ", tables " + form.tableCount()));
    }

    private static List<TimedLine> agenda(ProgrammeForm form, EventBrief event) {
        var lines = TimedLine.read(form.agenda(), event.starts().toLocalDate(), "agenda");
        if (lines.size() > MOST_ITEMS) throw Refused.at("agenda", "events.agenda.many", MOST_ITEMS);
        for (var line : lines)
            if (line.text().isEmpty() || line.text().length() > 2 * LONGEST_TITLE)
                throw Refused.at("agenda", "events.agenda.title", line.starts().toLocalTime());
        return lines;
    }

    private static List<Slot> slots(ProgrammeForm form, EventBrief event) {
        var slots = new ArrayList<Slot>();
        LocalDateTime after = event.starts().toLocalDate().atStartOfDay();
        for (var session : TimedLine.read(form.meetingTimes(), event.starts().toLocalDate(), "meetingTimes")) {
            if (session.ends() == null) throw Refused.at("meetingTimes", "events.meetingTimes.end");
            if (session.starts().isBefore(after)) throw Refused.at("meetingTimes", "events.meetingTimes.order");
            if (session.starts().isBefore(event.starts()) || session.ends().isAfter(event.ends()))
                throw Refused.at("meetingTimes", "events.meetingTimes.outside");
            after = session.ends();
            var length = Duration.ofMinutes(form.slotLength());
            var pause = Duration.ofMinutes(form.pauseLength());
            for (var at = session.starts();
                    !at.plus(length).isAfter(session.ends());
                    at = at.plus(length).plus(pause)) slots.add(new Slot(at, at.plus(length)));
        }
        if (slots.size() > MOST_SLOTS) throw Refused.at("meetingTimes", "events.meetingTimes.many", MOST_SLOTS);
        if (slots.isEmpty() && !form.meetingTimes().isBlank())
            throw Refused.at("slotMinutes", "events.meetingTimes.short");
        return slots;
    }

    private static List<Question> questions(ProgrammeForm form) {
        var lines = form.questions()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        if (lines.size() > MOST_QUESTIONS) throw Refused.at("questions", "events.questions.many", MOST_QUESTIONS);
        var questions = lines.stream().map(Question::of).toList();
        if (questions.stream()
                .anyMatch(q -> q.zh.isEmpty() || q.zh.length() > LONGEST_TITLE || q.en.length() > 2 * LONGEST_TITLE))
            throw Refused.at("questions", "events.questions.length", LONGEST_TITLE);
        if (questions.stream().map(Question::zh).distinct().count() < questions.size())
            throw Refused.at("questions", "events.questions.twice");
        return questions;
    }

    private static void checkDays(ProgrammeForm form, EventBrief event) {
        if (form.registrationUntil() != null && form.registrationUntil().isAfter(event.ends()))
            throw Refused.at("registrationUntil", "events.until.late");
        if (form.wishesUntil() != null && form.wishesUntil().isAfter(event.starts()))
            throw Refused.at("wishesUntil", "events.wishesUntil.late");
    }

    private void writeAgenda(UUID id, List<TimedLine> agenda) {
        jdbc.sql("delete from event_agenda_item where event_id = ?").param(id).update();
        for (int i = 0; i < agenda.size(); i++) {
            var titles = agenda.get(i).text().split("[|｜]", 2);
            jdbc.sql("""
                    insert into event_agenda_item (event_id, position, starts_at, ends_at, title_zh, title_en)
                    values (:event, :position, :starts, :ends, :zh, :en)
                    """)
                    .param("event", id)
                    .param("position", i)
                    .param("starts", at(agenda.get(i).starts()))
                    .param("ends", at(agenda.get(i).ends()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("zh", titles[0].strip())
                    .param("en", titles.length > 1 ? titles[1].strip() : "")
                    .update();
        }
    }

    private List<Question> questions(UUID event) {
        return jdbc.sql("""
                select id, text_zh as zh, text_en as en, required from event_question
                 where event_id = ? and not retired order by position
                """).param(event).query(Question.class).list();
    }

    /** A question that stays keeps its answers; one that goes is retired, for answers to it may stand there. */
    private void writeQuestions(UUID id, List<Question> wanted) {
        jdbc.sql("update event_question set retired = true where event_id = ?")
                .param(id)
                .update();
        for (int i = 0; i < wanted.size(); i++) {
            var question = wanted.get(i);
            int kept = jdbc.sql("""
                    update event_question set retired = false, position = ?, text_en = ?, required = ?
                     where event_id = ? and text_zh = ?
                    """)
                    .params(i, question.en, question.required, id, question.zh)
                    .update();
            if (kept == 0)
                jdbc.sql("""
                        insert into event_question (id, event_id, position, text_zh, text_en, required) values (?, ?, ?, ?, ?, ?)
                        """)
                        .params(Ids.next(), id, i, question.zh, question.en, question.required)
                        .update();
        }
    }

    private void writeSlots(UUID id, List<Slot> wanted) {
        var present = jdbc.sql("select starts_at, ends_at from event_slot where event_id = ? order by position")
                .param(id)
                .query((row, n) -> new Slot(
                        Objects.requireNonNull(local(row.getObject(1, OffsetDateTime.class))),
                        Objects.requireNonNull(local(row.getObject(2, OffsetDateTime.class)))))
                .list();
        if (present.equals(wanted)) return;
        jdbc.sql("delete from event_slot where event_id = ?").param(id).update();
        for (int i = 0; i < wanted.size(); i++)
            jdbc.sql("insert into event_slot (id, event_id, position, starts_at, ends_at) values (?, ?, ?, ?, ?)")
                    .params(
                            Ids.next(),
                            id,
                            i + 1,
                            wanted.get(i).starts.atZone(Time.ZONE).toOffsetDateTime(),
                            wanted.get(i).ends.atZone(Time.ZONE).toOffsetDateTime())
                    .update();
    }

    private void writeTables(UUID id, int wanted) {
        jdbc.sql("delete from event_table where event_id = ? and position > ?")
                .params(id, wanted)
                .update();
        jdbc.sql("""
                insert into event_table (id, event_id, position, label)
                select gen_random_uuid(), :event, n, n::text from generate_series(1, :wanted) n
                 where n not in (select position from event_table where event_id = :event)
                """).param("event", id).param("wanted", wanted).update();
    }

    private static @Nullable OffsetDateTime at(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(Time.ZONE).toOffsetDateTime();
    }

    private static @Nullable LocalDateTime local(@Nullable OffsetDateTime at) {
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), Time.ZONE);
    }
}
