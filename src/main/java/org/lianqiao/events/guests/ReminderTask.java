package org.lianqiao.events.guests;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning, on one of the portals that run. */
@Configuration(proxyBeanMethods = false)
class ReminderTask {
    @Bean
    RecurringTask<Void> guestReminderTask(Reminders reminders) {
        return Tasks.recurring("guest-reminders", Schedules.daily(Time.ZONE, LocalTime.of(9, 0)))
                .execute((instance, context) -> reminders.remind());
    }
}
