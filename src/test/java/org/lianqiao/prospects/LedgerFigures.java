package org.lianqiao.prospects;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.bench.Portal;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.testing.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger costs with many rows, printed as figures and as ratios within the same run. */
public final class LedgerFigures {
    private static final int SMALL = 2_000;
    private static final int TIMES = 60;

    private final Portal portal;
    private final JdbcClient jdbc;
    private final Viewer officer;

    private LedgerFigures(Portal portal) {
        this.portal = portal;
        jdbc = portal.get(JdbcClient.class);
        officer = new People(jdbc, portal.get(Viewers.class)).viewer("sh-officer");
    }

    /** Fills the ledger of one office up to so many prospects and prints what list and export take. */
    public static void print(Portal portal, int rows) throws Exception {
        new LedgerFigures(portal).run(rows);
    }

    private void run(int rows) throws Exception {
        fill(SMALL);
        double small = list(null);
        double smallFiltered = list("LEAD");
        fill(rows - SMALL);
        double large = list(null);
        double largeFiltered = list("LEAD");
        say("list of %,d: %.1f ms; of %,d: %.1f ms; ratio %.2f", SMALL, small, rows, large, large / small);
        say(
                "list by stage, of %,d: %.1f ms; of %,d: %.1f ms; ratio %.2f",
                SMALL, smallFiltered, rows, largeFiltered, largeFiltered / smallFiltered);
        for (var format : SheetFormat.values()) export(format);
    }

    /** What the trigger would keep row by row is written at once: filling is not what is measured. */
    private void fill(int rows) {
        jdbc.sql("alter table follow_up disable trigger keep_prospect_due").update();
        jdbc.sql("""
                with made as (select gen_random_uuid() as organization, gen_random_uuid() as prospect, n from generate_series(1, :rows) n),
                orgs as (insert into organization (id, kind, name, status, created_at)
                    select organization, 'ENTERPRISE', '示例·批量企业' || organization, 'KNOWN', now() from made returning id),
                made_prospects as (insert into prospect (id, number, alliance_id, organization_id, matter, holder_office_id, owner_account_id, stage,
                        status, stage_since, sharing, source, reported_at, reported_by, reported_office_id, created_at, updated_at, next_due_on)
                    select prospect, 'BENCH-' || prospect, :alliance, organization, '生产基地', :office, :me,
                        (array['LEAD', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED'])[1 + n % 5], 'OPEN', now() - n * interval '1 minute',
                        'SIDE', 'IMPORT', now(), :me, :office, now(), now() - n * interval '1 minute', current_date + n % 30 from made returning id)
                insert into follow_up (id, prospect_id, channel, text, happened_at, next_step, next_owner_id, next_due_on, office_id, created_by, created_at)
                select gen_random_uuid(), prospect, 'CALL', '谈了用地、用电和人才政策，企业关注交付时间', now(), '寄送园区清单', :me,
                    current_date + n % 30, :office, :me, now() from made
                """)
                .param("rows", rows)
                .param("alliance", officer.allianceId())
                .param("office", officer.organizationId())
                .param("me", officer.accountId())
                .update();
        jdbc.sql("alter table follow_up enable trigger keep_prospect_due").update();
        jdbc.sql("analyze").update();
    }

    private double list(@Nullable String stage) throws Exception {
        var queries = portal.get(ProspectQueries.class);
        var filter = new LedgerFilter(
                null, null, stage, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        return median(() -> queries.list(filter, Scope.OURS, new Paging(1, 20), officer));
    }

    private static double median(Callable<?> work) throws Exception {
        for (int i = 0; i < TIMES / 2; i++) work.call();
        var times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private void export(SheetFormat format) throws IOException {
        var export = portal.get(LedgerExport.class);
        var wanted = new LedgerExport.Wanted(
                new LedgerFilter(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null),
                Scope.OURS,
                List.<UUID>of(),
                LedgerLayout.USUAL,
                format,
                false,
                "");
        var written = new AtomicLong();
        var peak = new AtomicLong();
        System.gc();
        long before = used();
        long from = System.nanoTime();
        export.write(wanted, officer, new OutputStream() {
            @Override
            public void write(int b) {
                written.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int at, int length) {
                if (written.addAndGet(length) % 64 < 32) peak.accumulateAndGet(used(), Math::max);
            }
        });
        double seconds = (System.nanoTime() - from) / 1e9;
        System.gc();
        say(
                "export of %,d rows as %s: %.1f s, %,d kB; heap before %,d MB, at most %,d MB, after %,d MB",
                export.count(wanted.filter(), wanted.scope(), List.of(), officer),
                format,
                seconds,
                written.get() / 1024,
                before >> 20,
                peak.get() >> 20,
                used() >> 20);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void say(String text, Object... args) {
        System.out.printf(text + "%n", args);
    }
}
