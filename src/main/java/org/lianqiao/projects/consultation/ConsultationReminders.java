package org.lianqiao.projects.consultation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An answer that is missing reminds inside the own side alone: its office the day before, its 科长 when it is late, then who coordinates the side. */
@Component
@RequiredArgsConstructor
class ConsultationReminders {
    private static final int UNTIL_COORDINATOR = 2;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final WorkCalendar calendar;
    private final Clock clock;

    private record Missing(
            UUID id,
            UUID projectId,
            String project,
            UUID organizationId,
            String organization,
            @Nullable UUID above) {}

    /** Each step once: the row itself says how far it went, so that this may run twice. */
    @Transactional
    void remind() {
        var today = LocalDate.now(clock);
        climb(1, calendar.after(today, 1))
                .forEach(m -> tell(m, m.organizationId, Set.of(Role.OFFICER, Role.LEAD, Role.MANAGER), "due"));
        climb(2, today.minusDays(1)).forEach(m -> tell(m, m.organizationId, Set.of(Role.LEAD, Role.MANAGER), "late"));
        climb(3, calendar.before(today, UNTIL_COORDINATOR)).forEach(m -> {
            if (m.above != null) tell(m, m.above, Set.of(Role.LEAD), "above");
        });
    }

    private List<Missing> climb(int step, LocalDate due) {
        return jdbc.sql("""
                update consultation_party y set reminded = :step from consultation c, project p, organization o
                 where c.id = y.consultation_id and p.id = c.project_id and o.id = y.organization_id
                   and c.state = 'OPEN' and y.answer is null and y.reminded = :step - 1 and c.due_on <= :due
                returning c.id, p.id as project_id, p.name as project, o.id as organization_id, o.name as organization,
                   (select s.coordinating_office_id from region r join alliance_region a on a.region_code in (r.code, r.parent_code) and a.alliance_id = p.alliance_id
                      join alliance_side s on s.alliance_id = a.alliance_id and s.code = a.side
                     where r.code = o.region_code and o.kind in ('OFFICE', 'DEPARTMENT') order by a.region_code = r.code desc limit 1) as above
                """)
                .param("step", step)
                .param("due", due)
                .query(Missing.class)
                .list();
    }

    private void tell(Missing missing, UUID organization, Set<Role> roles, String key) {
        events.publishEvent(Notice.toHolders(
                organization,
                roles,
                "consultation.notice." + key,
                Consultations.link(missing.projectId, missing.id),
                missing.organization,
                missing.project));
    }

    /** Every morning, on one of the portals that run. */
    @Configuration(proxyBeanMethods = false)
    static class Task {
        @Bean
        RecurringTask<Void> consultationRemindersTask(ConsultationReminders reminders) {
            return Tasks.recurring("consultation-reminders", Schedules.daily(Time.ZONE, LocalTime.of(8, 10)))
                    .execute((instance, context) -> reminders.remind());
        }
    }
}
