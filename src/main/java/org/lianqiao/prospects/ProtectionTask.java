package org.lianqiao.prospects;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning, on one of the portals that run. */
@Configuration(proxyBeanMethods = false)
class ProtectionTask {
    @Bean
    RecurringTask<Void> protectionExpiryTask(FirstContact firstContact) {
        return Tasks.recurring("protection-expiry", Schedules.daily(Time.ZONE, LocalTime.of(7, 20)))
                .execute((instance, context) -> firstContact.expire());
    }
}
