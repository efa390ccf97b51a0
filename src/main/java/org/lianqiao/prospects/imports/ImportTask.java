package org.lianqiao.prospects.imports;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after a confirmed import that no portal has finished: the one that ran it may have been killed. */
@Configuration(proxyBeanMethods = false)
class ImportTask {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("ledger-import");
    /** How long the portal that took the confirmation is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    OneTimeTask<Void> ledgerImportTask(ImportRuns runs) {
        return Tasks.oneTime(TASK).execute((instance, context) -> runs.run(UUID.fromString(instance.getId())));
    }
}
