package org.lianqiao.matching;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.needs.NeedPublished;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When new matches are looked for: soon after a need is published, scheduled in the same transaction, and every morning
 * for all, on one of the portals that run.
 */
@Configuration(proxyBeanMethods = false)
@Slf4j
class MatchNoticeTasks {
    private static final TaskDescriptor<Void> PUBLISHED = TaskDescriptor.of("match-notice");

    @Bean
    OneTimeTask<Void> matchNoticeTask(MatchNotices notices) {
        return Tasks.oneTime(PUBLISHED).execute((instance, context) -> notices.tell(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> matchNoticesTask(MatchNotices notices) {
        return Tasks.recurring("match-notices", Schedules.daily(Time.ZONE, LocalTime.of(7, 30)))
                .execute((instance, context) -> notices.open().forEach(need -> attempt(notices, need)));
    }

    /** One need that cannot be matched keeps no other owner from its news. */
    private static void attempt(MatchNotices notices, UUID need) {
        try {
            notices.tell(need);
        } catch (RuntimeException e) {
            log.warn("New matches of need {} could not be told; tomorrow again", need, e);
        }
    }

    /** Half a minute later, when the snapshot knows what the owner wrote about itself meanwhile. */
    @Component
    @RequiredArgsConstructor
    static class Publications {
        private static final Duration LATER = Duration.ofSeconds(30);

        private final SchedulerClient scheduler;
        private final Clock clock;

        @EventListener
        void published(NeedPublished need) {
            scheduler.scheduleIfNotExists(PUBLISHED
                    .instance(need.id().toString())
                    .scheduledTo(clock.instant().plus(LATER)));
        }
    }
}
