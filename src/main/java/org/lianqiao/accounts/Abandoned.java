package org.lianqiao.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Consents;
import org.lianqiao.shared.DraftAge;
import org.lianqiao.shared.Time;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away what people began and left: registrations never sent, requests to join never confirmed, codes run out. */
@Component
@RequiredArgsConstructor
@Slf4j
class Abandoned {
    private final JdbcClient jdbc;
    private final StoredFiles files;
    private final Consents consents;
    private final DraftAge age;

    /** Every night, on one of the portals that run. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        @Bean
        RecurringTask<Void> abandonedAccountsTask(Abandoned abandoned) {
            return Tasks.recurring("abandoned-registrations", Schedules.daily(Time.ZONE, LocalTime.of(1, 10)))
                    .execute((instance, context) -> abandoned.tidy());
        }
    }

    private record Left(UUID id, @Nullable UUID licence) {}

    @Transactional
    void tidy() {
        int registrations = tidyRegistrations();
        int requests = tidyJoinRequests();
        jdbc.sql("delete from verification_code where expires_at < now() - interval '1 day'")
                .update();
        jdbc.sql("""
                delete from sign_in_guard where last_failed_at < now() - interval '1 day' and coalesce(locked_until, now()) <= now()
                """).update();
        log.info("Abandoned: {} registrations, {} requests to join", registrations, requests);
    }

    private int tidyRegistrations() {
        var gone = jdbc.sql("""
                delete from registration where state = 'DRAFT' and created_at < ? returning id, licence_file_id as licence
                """).param(age.abandonedBefore()).query(Left.class).list();
        for (var registration : gone) {
            consents.abandon(registration.id);
            if (registration.licence != null) files.forget(registration.licence);
        }
        return gone.size();
    }

    private int tidyJoinRequests() {
        var gone = jdbc.sql("""
                delete from join_request where state = 'WAITING' and confirmed_at is null and asked_at < ? returning id
                """).param(age.abandonedBefore()).query(UUID.class).list();
        gone.forEach(consents::abandon);
        return gone.size();
    }
}
