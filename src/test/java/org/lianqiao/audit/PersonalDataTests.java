package org.lianqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.WorkingDays;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class PersonalDataTests {
    private static final String WORK = "/administration/personal-data-requests";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Contacts contacts;

    @Autowired
    People people;

    @Test
    void a_person_asks_once_and_reads_the_answer() throws Exception {
        jdbc.sql("delete from personal_data_request where account_id = (select id from account where login = 'park')")
                .update();
        perform(post("/personal-data-requests").param("kind", "ACCESS").param("detail", "请提供全部𠮷🚗"), "park")
                .andExpect(status().is3xxRedirection());
        perform(post("/personal-data-requests").param("kind", "ACCESS"), "park")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同类请求正在办理")));
        var id = jdbc.sql("""
                select q.id from personal_data_request q join account a on a.id = q.account_id where a.login = 'park' and q.state = 'OPEN'
                """).query(UUID.class).single();
        assertThat(jdbc.sql("select due_on from personal_data_request where id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(WorkingDays.after(LocalDate.now(Time.ZONE), 15));
        answer(id, "ANSWERED", "已提供副本𠮷").andExpect(status().is3xxRedirection());
        answer(id, "REFUSED", "再答一次").andExpect(status().is(422));
        mvc.perform(get("/personal-data-requests").with(people.as("park")))
                .andExpect(content().string(containsString("已提供副本𠮷")));
        mvc.perform(get("/personal-data-requests").with(people.as("enterprise")))
                .andExpect(content().string(not(containsString("已提供副本𠮷"))));
        assertThat(jdbc.sql("""
                        select count(*) from notification n join account a on a.id = n.account_id
                         where a.login = 'park' and n.message_key = 'audit.request.notice'
                        """).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void all_that_is_held_is_shown_masked_with_source_and_day_of_notice_and_who_looked() throws Exception {
        var phone = phone();
        var contact = contact(phone);
        contacts.reveal(contact, company(), people.viewer("sh-officer"));
        var id = noted("ACCESS", phone);
        mvc.perform(get(WORK + "/" + id).with(people.as("security-admin")))
                .andExpect(content().string(containsString("招商人员登记")))
                .andExpect(content().string(containsString("2026-01-15")))
                .andExpect(content().string(containsString("查看联系方式")))
                .andExpect(content().string(containsString("三河经办")))
                .andExpect(content().string(not(containsString(phone))));
        assertThat(recorded("personal-data-request.view", id)).isEqualTo(1);
    }

    @Test
    void a_copy_is_exported_in_plain_text_and_recorded() throws Exception {
        var phone = phone();
        contact(phone);
        var id = noted("PORTABILITY", phone);
        var csv = perform(post(WORK + "/" + id + "/exports"), "security-admin")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("赵示例𠮷").contains(phone);
        assertThat(recorded("personal-data-request.export", id)).isEqualTo(1);
    }

    @Test
    void an_erasure_forgets_the_person_everywhere_but_where_work_is_open() throws Exception {
        var phone = phone();
        var contact = contact(phone);
        var closed = intent(phone, "DECLINED");
        var open = intent(phone, "SUBMITTED");
        var id = noted("ERASURE", phone);
        perform(post(WORK + "/" + id + "/erasures"), "security-admin").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select name || phone || email from contact where id = ? and erased_at is not null")
                        .param(contact)
                        .query(String.class)
                        .single())
                .isEqualTo("—");
        assertThat(phoneOf(closed)).isEmpty();
        assertThat(phoneOf(open)).isEqualTo(phone);
        assertThat(recorded("personal-data-request.erase", id)).isEqualTo(1);
        jdbc.sql("delete from intent where id in (?, ?)").params(closed, open).update();
    }

    @Test
    void nothing_is_erased_that_nobody_asked_to_erase() throws Exception {
        var phone = phone();
        var contact = contact(phone);
        var id = noted("ACCESS", phone);
        perform(post(WORK + "/" + id + "/erasures"), "security-admin").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select phone from contact where id = ?")
                        .param(contact)
                        .query(String.class)
                        .single())
                .isEqualTo(phone);
    }

    @Test
    void an_ended_account_is_forgotten_and_one_in_use_is_not() throws Exception {
        var phone = phone();
        var account = UUID.randomUUID();
        jdbc.sql("""
                insert into account (id, login, name, phone, status, created_at, credentials_changed_at)
                values (?, ?, '钱示例', ?, 'ACTIVE', now(), now())
                """).params(account, phone, phone).update();
        perform(post(WORK + "/" + noted("ERASURE", phone) + "/erasures"), "security-admin");
        assertThat(nameOf(account)).isEqualTo("钱示例");
        jdbc.sql("update account set status = 'ENDED', ended_at = now() where id = ?")
                .param(account)
                .update();
        perform(post(WORK + "/" + noted("ERASURE", phone) + "/erasures"), "security-admin");
        assertThat(nameOf(account)).isEqualTo("—");
    }

    @Test
    void the_auditor_reads_and_changes_nothing_and_nobody_else_sees() throws Exception {
        var id = noted("ERASURE", phone());
        mvc.perform(get(WORK + "/" + id).with(people.as("auditor"))).andExpect(status().isOk());
        for (var verb : new String[] {"/answers", "/erasures", "/exports"})
            perform(post(WORK + "/" + id + verb), "auditor").andExpect(status().isForbidden());
        for (var other : new String[] {"system-admin", "review-admin", "tz-lead", "enterprise"}) {
            mvc.perform(get(WORK).with(people.as(other))).andExpect(status().isForbidden());
            mvc.perform(get(WORK + "/" + id).with(people.as(other))).andExpect(status().isForbidden());
        }
        mvc.perform(get(WORK + "/" + UUID.randomUUID()).with(people.as("auditor")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_is_wrong_stands_at_its_field() throws Exception {
        note("ACCESS", "", "13812345678").andExpect(status().is(422));
        note("ACCESS", "孙示例", "12")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写有效的手机号")));
        note("ACCESS", "孙示例", "").andExpect(status().is(422));
        note("", "孙示例", "13812345678").andExpect(status().is(422));
        note("CORRECTION", "孙示例", "13812345678")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请写明需要更正的内容")));
        note("ACCESS", "孙\0", "13812345678").andExpect(status().is(422));
        answer(noted("ACCESS", phone()), "ANSWERED", "").andExpect(status().is(422));
        answer(noted("ACCESS", phone()), "OPEN", "未办").andExpect(status().is(422));
    }

    private UUID noted(String kind, String phone) throws Exception {
        note(kind, "赵示例", phone).andExpect(status().is3xxRedirection());
        return jdbc.sql("select id from personal_data_request where phone = ? order by received_at desc limit 1")
                .param(phone)
                .query(UUID.class)
                .single();
    }

    private ResultActions note(String kind, String name, String phone) throws Exception {
        return perform(post(WORK).param("kind", kind).param("name", name).param("phone", phone), "security-admin");
    }

    private ResultActions answer(UUID id, String state, String text) throws Exception {
        return perform(
                post(WORK + "/" + id + "/answers").param("state", state).param("answer", text), "security-admin");
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, String login) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    private UUID company() {
        return jdbc.sql(
                        "select id from organization where kind = 'ENTERPRISE' and name like '示例%' order by name limit 1")
                .query(UUID.class)
                .single();
    }

    private UUID contact(String phone) {
        var officer = people.viewer("sh-officer");
        return contacts.keep(
                company(),
                "赵示例𠮷",
                "",
                phone,
                "",
                ContactSource.STAFF,
                "",
                LocalDate.of(2026, 1, 15),
                null,
                officer.organization(),
                officer);
    }

    private UUID intent(String phone, String state) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into intent (id, number, state, target, alliance_id, organization_id, contact_name, contact_phone, created_at)
                values (?, ?, ?, 'NONE', (select id from alliance order by code limit 1), ?, '赵示例', ?, now())
                """).params(id, "T-" + id, state, company(), phone).update();
        return id;
    }

    private String phoneOf(UUID intent) {
        return jdbc.sql("select contact_phone from intent where id = ?")
                .param(intent)
                .query(String.class)
                .single();
    }

    private String nameOf(UUID account) {
        return jdbc.sql("select name from account where id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private static String phone() {
        return "+86139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private int recorded(String action, UUID id) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and entity_id = ?")
                .params(action, id)
                .query(Integer.class)
                .single();
    }
}
