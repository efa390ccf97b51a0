package org.lianqiao.prospects.rules;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On one of the portals that run: what is overdue is looked for every half hour, and told every working morning. */
@Configuration(proxyBeanMethods = false)
class RuleTasks {
    @Bean
    RecurringTask<Void> ledgerWatchTask(Alerts alerts) {
        return Tasks.recurring("ledger-watch", Schedules.fixedDelay(Duration.ofMinutes(30)))
                .execute((instance, context) -> alerts.watch());
    }

    @Bean
    RecurringTask<Void> ledgerDigestTask(Digests digests) {
        return Tasks.recurring("ledger-digest", Schedules.daily(Time.ZONE, LocalTime.of(8, 30)))
                .execute((instance, context) -> digests.send());
    }
}
