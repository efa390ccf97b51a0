package org.lianqiao.agreements;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning, on one of the portals that run. */
@Configuration(proxyBeanMethods = false)
class CommitmentReminders {
    @Bean
    RecurringTask<Void> commitmentRemindersTask(Commitments commitments) {
        return Tasks.recurring("commitment-reminders", Schedules.daily(Time.ZONE, LocalTime.of(8, 0)))
                .execute((instance, context) -> commitments.remind());
    }
}
