package org.lianqiao.needs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night, on one of the portals that run. */
@Configuration(proxyBeanMethods = false)
class NeedExpiry {
    @Bean
    RecurringTask<Void> needExpiryTask(Needs needs) {
        return Tasks.recurring("need-expiry", Schedules.daily(Time.ZONE, LocalTime.of(0, 10)))
                .execute((instance, context) -> needs.expire());
    }
}
