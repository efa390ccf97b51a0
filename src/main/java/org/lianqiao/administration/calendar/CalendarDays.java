package org.lianqiao.administration.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the days that differ from the week. */
@Service
@RequiredArgsConstructor
class CalendarDays {
    private static final int LONGEST = 31;

    private final JdbcClient jdbc;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;

    record Day(LocalDate day, boolean working, String name, String by) {}

    @Transactional(readOnly = true)
    List<Day> of(int year) {
        return jdbc.sql("""
                select c.day, c.working, c.name, coalesce(a.name, '') as by from calendar_day c left join account a on a.id = c.updated_by
                 where c.day between ? and ? order by c.day
                """)
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(Day.class)
                .list();
    }

    /** @throws Refused at {@code last} or {@code first} */
    @Transactional
    void keep(CalendarForm form, Viewer by) {
        var first = Objects.requireNonNull(form.first());
        var last = Objects.requireNonNullElse(form.last(), first);
        if (first.getYear() < 2020 || first.getYear() > 2099) throw Refused.at("first", "calendar.refused.year");
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST)))
            throw Refused.at("last", "calendar.refused.last");
        for (var day = first; !day.isAfter(last); day = day.plusDays(1))
            jdbc.sql("""
                    insert into calendar_day (day, working, name, updated_by, updated_at) values (?, ?, ?, ?, now())
                    on conflict (day) do update set working = excluded.working, name = excluded.name,
                        updated_by = excluded.updated_by, updated_at = now()
                    """).params(day, form.working(), form.name(), by.account()).update();
        changed(by, form.name(), first + " – " + last + (form.working() ? " 上班" : " 放假"));
    }

    @Transactional
    void remove(LocalDate day, Viewer by) {
        if (jdbc.sql("delete from calendar_day where day = ?").param(day).update() == 0) throw new NotFound();
        changed(by, day.toString(), "按周推算");
    }

    private void changed(Viewer by, String subject, String detail) {
        calendar.forget();
        events.publishEvent(new Recorded(by, "calendar.edit", "calendar", null, subject, detail));
    }
}
