package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class FirstContactTests {
    private static final int AT_ONCE = 100;

    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    Following following;

    @Autowired
    FirstContact firstContact;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
    }

    @Test
    void who_reports_with_the_code_and_really_talks_is_protected() throws Exception {
        var id = report("示例·首报企业" + UUID.randomUUID(), ClaimTests.code(), LeadSource.VISIT, desk.viewer("sh-officer"));
        desk.as("sh-officer", get("/ledger/" + id)).andExpect(content().string(containsString("登记一次实际对接后")));
        assertThat(until(id)).isNull();
        talk(id, desk.viewer("sh-officer"));
        assertThat(until(id)).isEqualTo(LocalDate.now().plusDays(90));
        desk.as("sh-officer", get("/ledger/" + id))
                .andExpect(content().string(containsString("首报保护至 " + until(id))))
                .andExpect(content().string(containsString("获首报首谈保护")));
    }

    @Test
    void neither_a_plan_nor_a_name_without_code_nor_an_old_ledger_protects() {
        var officer = desk.viewer("sh-officer");
        var uncoded = desk.lead("sh-officer", "示例·无代码企业" + UUID.randomUUID());
        talk(uncoded, officer);
        assertThat(until(uncoded)).isNull();
        var imported = report("示例·存量企业" + UUID.randomUUID(), ClaimTests.code(), LeadSource.IMPORT, officer);
        talk(imported, officer);
        assertThat(until(imported)).isNull();
        var planned = report("示例·仅计划企业" + UUID.randomUUID(), ClaimTests.code(), LeadSource.VISIT, officer);
        following.follow(
                planned,
                new FollowUpForm(
                        Channel.PLAN, "", null, "约访", null, LocalDate.now().plusDays(2), null),
                officer);
        assertThat(until(planned)).isNull();
    }

    @Test
    void a_partners_contact_does_not_carry_it_on_but_the_holders_does() throws Exception {
        var officer = desk.viewer("sh-officer");
        var id = report("示例·延续企业" + UUID.randomUUID(), ClaimTests.code(), LeadSource.VISIT, officer);
        talk(id, officer);
        jdbc.sql("update prospect set protected_until = current_date + 3 where id = ?")
                .param(id)
                .update();
        desk.as(
                "sh-officer",
                post("/ledger/" + id + "/partners")
                        .param(
                                "office",
                                String.valueOf(desk.viewer("dc-officer").organizationId())));
        desk.agrees("dc-officer", id);
        talk(id, desk.viewer("dc-officer"));
        assertThat(until(id)).isEqualTo(LocalDate.now().plusDays(3));
        talk(id, officer);
        assertThat(until(id)).isEqualTo(LocalDate.now().plusDays(90));
    }

    @Test
    void its_end_is_warned_of_once_and_then_it_lapses_and_is_told() {
        var officer = desk.viewer("sh-officer");
        var id = report("示例·到期企业" + UUID.randomUUID(), ClaimTests.code(), LeadSource.VISIT, officer);
        talk(id, officer);
        jdbc.sql("update prospect set protected_until = current_date + 5 where id = ?")
                .param(id)
                .update();
        firstContact.expire();
        firstContact.expire();
        assertThat(notices(id, "prospects.notice.ending", officer)).isEqualTo(1);
        jdbc.sql("update prospect set protected_until = current_date - 1 where id = ?")
                .param(id)
                .update();
        firstContact.expire();
        firstContact.expire();
        assertThat(until(id)).isNull();
        assertThat(notices(id, "prospects.notice.lapsed", officer)).isEqualTo(1);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect_change where prospect_id = ? and what = 'LAPSED'",
                        id))
                .isEqualTo(1);
        talk(id, officer);
        assertThat(until(id)).isEqualTo(LocalDate.now().plusDays(90));
    }

    @RepeatedTest(5)
    void of_a_hundred_who_report_and_talk_in_the_same_instant_exactly_one_is_protected() throws Exception {
        var logins = new String[] {"tz-officer", "sh-officer", "dc-officer", "xh-officer"};
        var officers = new ArrayList<Viewer>();
        for (var login : logins) officers.add(desk.viewer(login));
        var code = ClaimTests.code();
        var name = "示例·百家抢报企业" + code;
        int won = together(n -> {
            var officer = officers.get(n % officers.size());
            talk(report(name, code, LeadSource.VISIT, officer), officer);
            return true;
        });
        assertThat(won).isEqualTo(1);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect p join organization o on o.id = p.organization_id where o.uscc = ?",
                        code))
                .isEqualTo(1);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect p join organization o on o.id = p.organization_id"
                                + " where o.uscc = ? and p.protected_until is not null",
                        code))
                .isEqualTo(1);
    }

    private interface Turn {
        boolean take(int n);
    }

    private static int together(Turn turn) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var turns = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < AT_ONCE; i++) {
                int n = i;
                turns.add(pool.submit((Callable<Boolean>) () -> {
                    start.await();
                    try {
                        return turn.take(n);
                    } catch (Refused refused) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int won = 0;
            for (var one : turns) if (one.get()) won++;
            return won;
        } finally {
            pool.shutdownNow();
        }
    }

    private UUID report(String name, String code, LeadSource source, Viewer officer) {
        return ledger.report(
                new NewLead(
                        name,
                        Uscc.parse(code).orElseThrow(),
                        "投资意向",
                        source,
                        "",
                        null,
                        null,
                        null,
                        "电话联系",
                        null,
                        LocalDate.now().plusDays(5)),
                officer);
    }

    private void talk(UUID id, Viewer officer) {
        following.follow(id, new FollowUpForm(Channel.CALL, "谈了用地", null, "", null, null, null), officer);
    }

    private @Nullable LocalDate until(UUID id) {
        return jdbc.sql("select protected_until from prospect where id = ?")
                .param(id)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private int notices(UUID id, String key, Viewer to) {
        return desk.one(
                Integer.class,
                "select count(*) from notification where account_id = ? and message_key = ? and link = ?",
                to.accountId(),
                key,
                "/ledger/" + id);
    }
}
