package org.lianqiao.prospects.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.WorkCalendar;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional
class AlertTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    Alerts alerts;

    @Autowired
    Digests digests;

    @Autowired
    WorkCalendar calendar;

    UUID prospect;

    /** Of 三河, 保持对接, in talks: nothing overdue but what a test makes so. */
    @BeforeEach
    void find() {
        jdbc.sql("delete from ledger_alert").update();
        jdbc.sql("update prospect set attention = 'REST', next_due_on = null").update();
        jdbc.sql("update enterprise_request set due_on = current_date + 5 where state <> 'ANSWERED'")
                .update();
        prospect = jdbc.sql("""
                update prospect set attention = 'KEEP', stage_since = now(), active_at = now(), source = 'EVENT'
                 where id = (select p.id from prospect p join account a on a.id = p.owner_account_id
                              where a.login = 'sh-officer' and p.status = 'OPEN' and p.stage = 'NEGOTIATING' order by p.number limit 1) returning id
                """).query(UUID.class).single();
    }

    @Test
    void what_is_overdue_reaches_the_owner_then_the_lead_then_the_chief() throws Exception {
        silent(15);
        assertThat(alerts.watch()).isEqualTo(1);
        assertThat(reached()).containsExactly("RHYTHM OWNER sh-officer");
        assertThat(alerts.watch()).isZero();
        overdueFor(3);
        alerts.watch();
        assertThat(reached()).containsExactly("RHYTHM LEAD sh-lead");
        as("sh-officer", get("/ledger/alerts")).andExpect(content().string(containsString("跟进间隔")));
        as(
                        "sh-lead",
                        post("/ledger/alerts/chief")
                                .param("account", account("lf-coord").toString()))
                .andExpect(status().is3xxRedirection());
        overdueFor(6);
        alerts.watch();
        assertThat(reached()).containsExactly("RHYTHM CHIEF lf-coord");
    }

    @Test
    void the_other_side_hears_nothing_of_it() throws Exception {
        silent(15);
        alerts.watch();
        as("sh-officer", get("/desk")).andExpect(content().string(containsString("超时提醒")));
        as("tz-lead", get("/ledger/alerts?view=OFFICE")).andExpect(content().string(containsString("没有超时事项")));
        as("tz-lead", post("/ledger/alerts/" + alert() + "/handlings").param("note", "越权处理"))
                .andExpect(status().isNotFound());
        as(
                "sh-lead",
                post("/ledger/alerts/chief").param("account", account("tz-lead").toString()));
        assertThat(jdbc.sql("select count(*) from office_chief")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void saving_a_text_does_not_end_it_but_a_contact_does() throws Exception {
        silent(15);
        alerts.watch();
        jdbc.sql("update prospect set summary = summary || '。', updated_at = now() where id = ?")
                .param(prospect)
                .update();
        jdbc.sql(
                        "insert into prospect_change (id, prospect_id, what, changed_by, changed_at) values (gen_random_uuid(), ?, 'EDITED', ?, now())")
                .params(prospect, account("sh-officer"))
                .update();
        alerts.watch();
        assertThat(reached()).hasSize(1);
        as(
                        "sh-officer",
                        post("/ledger/" + prospect + "/follow-ups")
                                .param("channel", "CALL")
                                .param("text", "已通话"))
                .andExpect(status().is3xxRedirection());
        as("sh-officer", get("/ledger/alerts")).andExpect(content().string(containsString("没有超时事项")));
        alerts.watch();
        assertThat(reached()).isEmpty();
    }

    @Test
    void what_was_handled_is_armed_again_when_the_next_period_has_run_out() throws Exception {
        silent(15);
        alerts.watch();
        as("sh-officer", post("/ledger/alerts/" + alert() + "/handlings").param("note", "企业春节后再谈"))
                .andExpect(status().is3xxRedirection());
        assertThat(alerts.watch()).isZero();
        jdbc.sql("update ledger_alert set handled_at = now() - interval '15 days'")
                .update();
        silent(40);
        assertThat(alerts.watch()).isEqualTo(1);
        assertThat(reached()).containsExactly("RHYTHM OWNER sh-officer");
    }

    @Test
    void where_the_owner_is_gone_the_lead_is_told() {
        silent(15);
        jdbc.sql("update account set status = 'SUSPENDED' where login = 'sh-officer'")
                .update();
        alerts.watch();
        assertThat(reached()).containsExactly("RHYTHM OWNER sh-lead");
    }

    @Test
    void a_department_without_people_is_reached_through_the_office_above_it() {
        jdbc.sql("update enterprise_request set due_on = current_date - 1 where text like '希望对接三甲医院%'")
                .update();
        alerts.watch();
        assertThat(jdbc.sql(
                                "select a.login from ledger_alert x join account a on a.id = x.account_id where x.kind = 'REQUEST'")
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allMatch(login -> login.startsWith("tz-"));
    }

    @Test
    void the_digest_is_one_mail_a_day_and_none_where_nothing_is_due_or_offices_rest() {
        silent(15);
        today(false);
        assertThat(digests.send()).isZero();
        today(true);
        assertThat(digests.send()).isGreaterThanOrEqualTo(1);
        assertThat(digests.send()).isZero();
        assertThat(mails("sh-officer@example.cn"))
                .singleElement()
                .asString()
                .contains("跟进间隔", "超时 1 项", "/ledger/alerts");
        assertThat(mails("dc-officer@example.cn")).isEmpty();
        calendar.forget();
    }

    private void silent(int days) {
        jdbc.sql("update prospect set active_at = now() - ? * interval '1 day' where id = ?")
                .params(days, prospect)
                .update();
    }

    /** In working days. */
    private void overdueFor(int days) {
        jdbc.sql("update ledger_alert set due_on = ?")
                .param(calendar.before(LocalDate.now(Time.ZONE), days))
                .update();
    }

    private void today(boolean working) {
        jdbc.sql(
                        "insert into calendar_day (day, working, name) values (current_date, ?, '示例') on conflict (day) do update set working = excluded.working")
                .param(working)
                .update();
        calendar.forget();
    }

    private List<String> reached() {
        return jdbc.sql(
                        "select n.kind || ' ' || n.level || ' ' || a.login from ledger_alert_now n join account a on a.id = n.account_id where n.prospect_id = ?")
                .param(prospect)
                .query(String.class)
                .list();
    }

    private UUID alert() {
        return jdbc.sql("select id from ledger_alert where prospect_id = ?")
                .param(prospect)
                .query(UUID.class)
                .single();
    }

    private List<String> mails(String address) {
        return jdbc.sql(
                        "select subject || body from outbox_message where recipient = ? and subject like '台账每日提醒%' order by created_at")
                .param(address)
                .query(String.class)
                .list();
    }

    private UUID account(String login) {
        return new People(jdbc, viewers).viewer(login).account();
    }

    private ResultActions as(String login, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(new People(jdbc, viewers).as(login)).with(csrf()));
    }
}
