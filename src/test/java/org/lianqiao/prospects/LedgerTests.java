package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.intents.IntentAccepted;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class LedgerTests {
    private static final int AT_ONCE = 8;

    @Autowired
    Ledger ledger;

    @Autowired
    ProspectRepository prospects;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void a_reported_lead_is_held_by_the_office_and_has_a_first_step() {
        var officer = people.viewer("tz-officer");
        var id = ledger.report(lead("示例·报告测试企业", "测试事项"), officer);
        var prospect = prospects.findById(id).orElseThrow();
        assertThat(prospect.getHolderOfficeId()).isEqualTo(officer.organizationId());
        assertThat(prospect.getStage()).isEqualTo(Stage.LEAD);
        assertThat(prospect.getSharing()).isEqualTo(Sharing.SIDE);
        assertThat(due(id)).isEqualTo(LocalDate.now().plusDays(5));
        assertThat(ledger.open(officer)).anyMatch(o -> o.label().equals("示例·报告测试企业 · 测试事项"));
    }

    @Test
    void the_same_open_matter_is_refused_however_it_is_spaced() {
        ledger.report(lead("示例·重复测试企业", "北方 生产基地"), people.viewer("tz-officer"));
        assertThatThrownBy(() -> ledger.report(lead("示例·重复测试企业", "北方生产基地"), people.viewer("sh-officer")))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.getField()).isEqualTo("matter"));
    }

    @Test
    void of_many_who_report_at_once_exactly_one_holds() throws Exception {
        var officers = new String[] {"tz-officer", "sh-officer", "dc-officer", "xh-officer"};
        int won = together(n -> {
            ledger.report(lead("示例·抢报测试企业", "同一事项"), people.viewer(officers[n % officers.length]));
            return true;
        });
        assertThat(won).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from prospect p join organization o on o.id = p.organization_id"
                                + " where o.name = '示例·抢报测试企业'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_meeting_moves_a_lead_to_contacted_and_leaves_its_next_step() {
        var officer = people.viewer("sh-officer");
        var id = ledger.report(lead("示例·对接测试企业", "测试事项"), officer);
        var meeting =
                jdbc.sql("select id from meeting limit 1").query(UUID.class).single();
        ledger.met(
                id,
                new Met(
                        meeting,
                        Instant.now(),
                        "谈得来",
                        "寄送清单",
                        null,
                        LocalDate.now().plusDays(2)),
                officer);
        assertThat(prospects.findById(id).orElseThrow().getStage()).isEqualTo(Stage.CONTACTED);
        assertThat(due(id)).isEqualTo(LocalDate.now().plusDays(2));
        assertThatThrownBy(() -> ledger.met(
                        id, new Met(meeting, Instant.now(), "", "", null, null), people.viewer("tz-officer")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_accepted_intent_opens_a_prospect_and_a_second_office_joins_as_partner() {
        var organization = organization("示例·意向测试企业");
        accept(organization, "意向事项", people.viewer("tz-officer"));
        accept(organization, "意向事项", people.viewer("xh-officer"));
        var id = jdbc.sql("select id from prospect where organization_id = ?")
                .param(organization)
                .query(UUID.class)
                .single();
        assertThat(prospects.findById(id).orElseThrow().getHolderOfficeId())
                .isEqualTo(people.viewer("tz-officer").organizationId());
        assertThat(jdbc.sql("select office_id from prospect_partner where prospect_id = ?")
                        .param(id)
                        .query(UUID.class)
                        .list())
                .containsExactly(people.viewer("xh-officer").organization());
        assertThat(ledger.findBrief(people.viewer("xh-officer"), id)).isPresent();
        assertThat(ledger.findBrief(people.viewer("dc-officer"), id)).isEmpty();
    }

    @Test
    void offices_that_accept_at_once_become_one_holder_and_partners() throws Exception {
        var organization = organization("示例·同时受理企业");
        var officers = new String[] {"tz-officer", "sh-officer", "dc-officer", "xh-officer"};
        together(n -> {
            accept(organization, "同时受理的事项", people.viewer(officers[n % officers.length]));
            return true;
        });
        assertThat(jdbc.sql("select count(*) from prospect where organization_id = ?")
                        .param(organization)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from prospect_partner x join prospect p on p.id = x.prospect_id where p.organization_id = ?
                        """).param(organization).query(Integer.class).single())
                .isEqualTo(3);
    }

    @Test
    void who_works_no_ledger_reports_nothing() {
        assertThatThrownBy(() -> ledger.report(lead("示例·不得报告企业", "事项"), people.viewer("enterprise")))
                .isInstanceOf(Forbidden.class);
    }

    private interface Numbered {
        boolean call(int n) throws Exception;
    }

    /** Lets them all start in the same instant; counts who was not refused. */
    private static int together(Numbered act) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var waiting = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < AT_ONCE; i++) {
                int n = i;
                Callable<Boolean> one = () -> {
                    start.await();
                    try {
                        return act.call(n);
                    } catch (Refused refused) {
                        return false;
                    }
                };
                waiting.add(pool.submit(one));
            }
            start.countDown();
            int won = 0;
            for (var one : waiting) if (one.get()) won++;
            return won;
        } finally {
            pool.shutdown();
        }
    }

    private UUID organization(String name) {
        jdbc.sql("""
                insert into organization (id, kind, name, status, created_at) values (gen_random_uuid(), 'ENTERPRISE', ?, 'KNOWN', now())
                """).param(name).update();
        return jdbc.sql("select id from organization where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private void accept(UUID organization, String matter, Viewer officer) {
        var intent = jdbc.sql("select id from intent where state = 'ACCEPTED' limit 1")
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(t -> events.publishEvent(new IntentAccepted(
                intent,
                java.util.Objects.requireNonNull(officer.allianceId()),
                organization,
                officer.organization(),
                matter,
                null,
                null,
                null,
                null,
                officer)));
    }

    private @Nullable LocalDate due(UUID id) {
        return jdbc.sql("select next_due_on from prospect where id = ?")
                .param(id)
                .query(LocalDate.class)
                .single();
    }

    private static NewLead lead(String enterprise, String matter) {
        return new NewLead(
                enterprise,
                null,
                matter,
                LeadSource.VISIT,
                "",
                null,
                null,
                null,
                "电话联系",
                null,
                LocalDate.now().plusDays(5));
    }
}
