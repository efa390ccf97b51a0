package org.lianqiao.prospects.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.extern.slf4j.Slf4j;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs confirmed imports in the background, each as one transaction: whatever happens in the middle, all of it is there or
 * nothing. How far it is stands in the database, told apart from that transaction.
 */
@Component
@Slf4j
class ImportRuns {
    private final Taking taking;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate once;
    private final TransactionTemplate apart;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "ledger-import");
        thread.setDaemon(true);
        return thread;
    });

    ImportRuns(
            Taking taking,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.taking = taking;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.once = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void start(UUID id) {
        runner.execute(() -> run(id));
    }

    /** Takes it, unless that is done already, here or elsewhere. */
    void run(UUID id) {
        try {
            once.executeWithoutResult(t -> find(id).ifPresent(this::take));
        } catch (Refused refused) {
            fail(id, refused.getKey());
        } catch (RuntimeException e) {
            log.error("No import {}", id, e);
            fail(id, "prospects.import.failed");
        }
    }

    /** One portal at a time; who comes second finds it done. */
    private Optional<Taking.Job> find(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("ledger import " + id)
                .query((row, n) -> 0)
                .list();
        var at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                select i.*, coalesce(place.alliance_id, joint.id) as alliance, joint.id is not null as joint
                  from ledger_import i join organization o on o.id = i.office_id left join region g on g.code = o.region_code
                  left join alliance joint on joint.joint_office_id = o.id
                  left join lateral (select r.alliance_id from alliance_region r where joint.id is null and r.region_code in (g.code, g.parent_code)
                       order by r.region_code = g.code desc limit 1) place on true
                 where i.id = ? and i.state = 'RUNNING'
                """)
                .param(id)
                .query((row, n) -> new Taking.Job(
                        id,
                        row.getObject("office_id", UUID.class),
                        row.getObject("alliance", UUID.class),
                        row.getObject("confirmed_by", UUID.class),
                        row.getBoolean("whole"),
                        row.getBoolean("stock"),
                        row.getBoolean("joint"),
                        row.getString("file_name"),
                        at))
                .optional();
    }

    private void take(Taking.Job job) {
        taking.take(job, done -> tell(job.id(), done));
        jdbc.sql("update ledger_import set state = 'DONE', finished_at = ?, content = '' where id = ?")
                .params(job.at(), job.id())
                .update();
        jdbc.sql(
                        "update ledger_import_row set cells = '[]', contacts = '[]' where import_id = ? and outcome <> 'REFUSED'")
                .param(job.id())
                .update();
        tellOfClashes(job);
    }

    /** Leads of both offices hear of it: what two follow goes to consultation. */
    private void tellOfClashes(Taking.Job job) {
        record Clash(UUID office, int count, String name) {}
        var clashes = jdbc.sql("""
                select p.holder_office_id as office, count(*) as count, min(i.name) as name
                  from ledger_import_row r join prospect p on p.id = r.target_id cross join (select coalesce(nullif(short_name, ''), name) as name
                       from organization where id = :office) i
                 where r.import_id = :id and r.outcome = 'CLASHED' group by p.holder_office_id
                """)
                .param("id", job.id())
                .param("office", job.office())
                .query(Clash.class)
                .list();
        for (var clash : clashes)
            events.publishEvent(Notice.toHolders(
                    clash.office,
                    Set.of(Role.LEAD),
                    "prospects.notice.clash",
                    "/ledger",
                    clash.name,
                    String.valueOf(clash.count)));
        if (!clashes.isEmpty())
            events.publishEvent(Notice.toHolders(
                    job.office(),
                    Set.of(Role.LEAD),
                    "prospects.notice.clashes",
                    "/ledger/imports/" + job.id() + "?show=CLASHED",
                    job.fileName(),
                    String.valueOf(clashes.stream().mapToInt(Clash::count).sum())));
    }

    private void tell(UUID id, int done) {
        apart.executeWithoutResult(t -> jdbc.sql("update ledger_import set done = ? where id = ?")
                .params(done, id)
                .update());
    }

    private void fail(UUID id, String why) {
        apart.executeWithoutResult(t -> jdbc.sql(
                        "update ledger_import set state = 'CHECKED', failure = ?, done = 0 where id = ? and state = 'RUNNING'")
                .params(why, id)
                .update());
    }

    @PreDestroy
    void end() {
        runner.shutdownNow();
    }
}
