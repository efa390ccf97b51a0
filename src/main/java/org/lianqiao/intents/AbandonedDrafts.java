package org.lianqiao.intents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.shared.DraftAge;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away intents that somebody began and never sent. */
@Component
@RequiredArgsConstructor
@Slf4j
class AbandonedDrafts {
    private final JdbcClient jdbc;
    private final DraftAge age;

    /** Every night, on one of the portals that run. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        @Bean
        RecurringTask<Void> abandonedIntentsTask(AbandonedDrafts drafts) {
            return Tasks.recurring("abandoned-intents", Schedules.daily(Time.ZONE, LocalTime.of(1, 15)))
                    .execute((instance, context) -> drafts.tidy());
        }
    }

    @Transactional
    void tidy() {
        int gone = jdbc.sql("""
                delete from intent i where i.state = 'DRAFT' and i.created_at < ?
                   and not exists (select from intent_change c where c.intent_id = i.id)
                """).param(age.abandonedBefore()).update();
        log.info("Abandoned: {} intents", gone);
    }
}
