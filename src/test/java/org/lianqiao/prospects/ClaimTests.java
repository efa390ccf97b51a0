package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lianqiao.LianQiao;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two portals on one database: what only the database can decide, it decides. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimTests {
    private static final int AT_ONCE = 100;
    private static final int TIMES = 50;
    private static final int EDITS = 20;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Autowired
    ApplicationContext first;

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    JdbcClient jdbc;

    private ConfigurableApplicationContext second;
    private List<Viewer> officers;
    private ExecutorService threads;

    @BeforeAll
    void startTheSecondPortal() {
        second = new SpringApplicationBuilder(LianQiao.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--server.port=0",
                        "--lianqiao.postgres.embedded=false",
                        "--lianqiao.search.directory=memory",
                        "--lianqiao.files.directory=target/test-files-second",
                        "--db-scheduler.enabled=true",
                        "--spring.datasource.url=" + connection.getJdbcUrl(),
                        "--spring.datasource.username=" + connection.getUsername(),
                        "--spring.datasource.password=" + connection.getPassword());
        var people = new People(jdbc, first.getBean(Viewers.class));
        officers = List.of(
                people.viewer("tz-officer"),
                people.viewer("sh-officer"),
                people.viewer("dc-officer"),
                people.viewer("xh-officer"));
        threads = Executors.newFixedThreadPool(AT_ONCE);
    }

    @AfterAll
    void closeTheSecondPortal() {
        threads.shutdownNow();
        second.close();
    }

    @Test
    void of_a_hundred_who_claim_an_enterprise_on_two_portals_exactly_one_holds_it_fifty_times() throws Exception {
        for (int time = 0; time < TIMES; time++) {
            var code = code();
            var lead = lead("示例·两台抢报企业" + code, code);
            int won = together(n -> {
                portal(n).getBean(Ledger.class).report(lead, officers.get(n % officers.size()));
                return true;
            });
            assertThat(won).isEqualTo(1);
            assertThat(held(code)).isEqualTo(1);
        }
    }

    @Test
    void of_editors_on_two_portals_who_save_the_same_version_one_saves_and_the_others_are_told() throws Exception {
        var officer = officers.get(0);
        var id = first.getBean(Ledger.class).report(lead("示例·两台编辑企业" + UUID.randomUUID(), code()), officer);
        for (int time = 0; time < EDITS; time++) {
            var version = version(id);
            var saved = new ArrayList<String>();
            int won = together(n -> {
                var text = "第 " + n + " 稿 " + UUID.randomUUID();
                var form = new EditForm("生产基地", "", null, null, null, text, version);
                portal(n).getBean(Prospects.class).edit(id, form, officer);
                synchronized (saved) {
                    saved.add(text);
                }
                return true;
            });
            assertThat(won).isEqualTo(1);
            assertThat(saved).containsExactly(summary(id));
            assertThat(version(id)).isGreaterThan(version);
        }
    }

    private ApplicationContext portal(int n) {
        return n % 8 < 4 ? first : second;
    }

    private interface Turn {
        boolean take(int n);
    }

    private int together(Turn turn) throws Exception {
        var start = new CountDownLatch(1);
        var turns = new ArrayList<java.util.concurrent.Future<Boolean>>();
        for (int i = 0; i < AT_ONCE; i++) {
            int n = i;
            turns.add(threads.submit((Callable<Boolean>) () -> {
                start.await();
                try {
                    return turn.take(n);
                } catch (Refused | EditedMeanwhile late) {
                    return false;
                }
            }));
        }
        start.countDown();
        int won = 0;
        for (var one : turns) if (one.get()) won++;
        return won;
    }

    private static NewLead lead(String enterprise, String code) {
        return new NewLead(
                enterprise,
                Uscc.parse(code).orElseThrow(),
                "生产基地",
                LeadSource.VISIT,
                "",
                null,
                null,
                null,
                "电话联系",
                null,
                LocalDate.now().plusDays(5));
    }

    private int held(String code) {
        return jdbc.sql(
                        "select count(*) from prospect p join organization o on o.id = p.organization_id where o.uscc = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private long version(UUID id) {
        return jdbc.sql("select version from prospect where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private String summary(UUID id) {
        return jdbc.sql("select summary from prospect where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** A code with the right check digit, by GB 32100-2015. */
    static String code() {
        var text = new StringBuilder("91");
        for (int i = 2; i < 17; i++) text.append(ALPHABET.charAt((int) (Math.random() * 10)));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return text.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }
}
