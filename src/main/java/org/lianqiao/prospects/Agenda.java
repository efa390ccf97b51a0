package org.lianqiao.prospects;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is due in a month: the open steps of the prospects that the viewer sees whole, day by day, in one statement. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Agenda {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A step that is due. */
    record Due(UUID prospect, LocalDate on, String step, String enterprise, String owner, boolean late) {}

    /** @param here whether the day belongs to the month itself */
    record Day(LocalDate date, boolean here, boolean today, List<Due> due) {}

    /** @param weeks from Monday to Sunday, with the days before and after that fill them */
    record Month(YearMonth month, List<List<Day>> weeks, int count, boolean more) {
        public YearMonth getPrevious() {
            return month.minusMonths(1);
        }

        public YearMonth getNext() {
            return month.plusMonths(1);
        }
    }

    Month month(YearMonth month, LedgerFilter filter, Scope scope, Viewer viewer) {
        var today = LocalDate.now(clock);
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var whole = scope.isWide(viewer) ? Sight.WHOLE : "true";
        var values = Sight.of(viewer);
        values.putAll(filter.values(viewer.account(), today));
        var found = jdbc.sql("""
                select p.id as prospect, f.next_due_on as "on", f.next_step as step, o.name as enterprise, coalesce(a.name, '') as owner,
                       f.next_due_on < :today as late
                  from follow_up f join prospect p on p.id = f.prospect_id join organization o on o.id = p.organization_id
                  left join account a on a.id = f.next_owner_id
                 where f.next_step <> '' and f.done_at is null and f.next_due_on between :first and :last
                   and p.status in ('OPEN', 'PAUSED') and %s and %s and %s
                 order by f.next_due_on, o.name, f.id limit :most
                """.formatted(scope.where(), filter.where(whole), whole))
                .params(values)
                .param("first", first)
                .param("last", last)
                .param("most", MOST + 1)
                .query(Due.class)
                .list();
        var byDay = found.stream().limit(MOST).collect(Collectors.groupingBy(Due::on));
        var weeks = new ArrayList<List<Day>>();
        for (var monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var week = new ArrayList<Day>();
            for (int i = 0; i < 7; i++) {
                var day = monday.plusDays(i);
                week.add(new Day(
                        day,
                        YearMonth.from(day).equals(month),
                        day.equals(today),
                        Objects.requireNonNullElse(byDay.get(day), List.of())));
            }
            weeks.add(week);
        }
        int here = (int)
                found.stream().filter(d -> YearMonth.from(d.on).equals(month)).count();
        return new Month(month, weeks, here, found.size() > MOST);
    }
}
