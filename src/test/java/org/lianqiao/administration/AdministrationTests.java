package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class AdministrationTests {
    private static final String PASSWORD = "Lianqiao#2026";

    private static final List<String> NO_ADMINISTRATORS =
            List.of("auditor", "tz-officer", "tz-lead", "tz-reviewer", "joint", "enterprise", "association", "park");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    People people;

    @BeforeEach
    void meetThePeople() {
        people = new People(jdbc, viewers);
    }

    @ParameterizedTest
    @CsvSource({
        "/administration, 200, 200, 200",
        "/administration/organizations, 200, 200, 200",
        "/administration/organizations/new, 200, 403, 403",
        "/administration/accounts, 403, 200, 403",
        "/administration/invitations, 403, 200, 403",
        "/administration/invitations/new, 403, 200, 403",
        "/administration/settings, 200, 403, 403",
        "/administration/outbox, 200, 403, 403",
        "/administration/alliances, 200, 403, 403",
        "/administration/alliances/new, 200, 403, 403",
        "/administration/regions, 200, 403, 403",
        "/administration/regions/new, 200, 403, 403",
        "/administration/parks, 200, 403, 403",
        "/administration/parks/new, 200, 403, 403",
        "/administration/chains, 200, 403, 403",
        "/administration/chains/new, 200, 403, 403"
    })
    void each_administrator_has_the_own_pages_and_nobody_else_any(String page, int system, int security, int review)
            throws Exception {
        mvc.perform(get(page).with(people.as("system-admin"))).andExpect(status().is(system));
        mvc.perform(get(page).with(people.as("security-admin"))).andExpect(status().is(security));
        mvc.perform(get(page).with(people.as("review-admin"))).andExpect(status().is(review));
        for (var other : NO_ADMINISTRATORS)
            mvc.perform(get(page).with(people.as(other))).andExpect(status().isForbidden());
        mvc.perform(get(page)).andExpect(status().is3xxRedirection());
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-admin", "security-admin", "review-admin"})
    void the_first_page_leads_to_every_part_that_the_role_may_open_and_to_no_other(String login) throws Exception {
        var page = mvc.perform(get("/administration").with(people.as(login)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (var href : links(page))
            mvc.perform(get(href).with(people.as(login))).andExpect(status().isOk());
        var system = List.of("organization-imports", "chains", "products", "product-imports", "synonyms", "search");
        for (var part : system)
            assertThat(links(page).contains("/administration/" + part)).isEqualTo(login.equals("system-admin"));
    }

    private static List<String> links(String page) {
        return Pattern.compile("class=\"tile[^\"]*\" href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/administration/organizations, system-admin",
        "/administration/organizations?kind=ENTERPRISE&region=131082&q=示例&status=REGISTERED, system-admin",
        "/administration/accounts, security-admin",
        "/administration/accounts?role=OFFICER&status=ACTIVE&q=经办, security-admin",
        "/administration/outbox?channel=MAIL&state=KEPT, system-admin",
        "/administration/regions?q=三河, system-admin",
        "/administration/parks?region=110112, system-admin",
        "/administration/settings, system-admin",
        "/audit?action=session.begin&person=tz, auditor"
    })
    void a_list_costs_three_statements_and_its_frame_two(String page, String login) throws Exception {
        var request = get(page).with(people.as(login));
        mvc.perform(request).andExpect(status().isOk());
        assertThat(Statements.of(() -> mvc.perform(request)).stream().filter(sql -> !sql.contains("SPRING_SESSION")))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void an_office_is_set_up_found_edited_suspended_and_brought_back() throws Exception {
        var name = "示例投资促进处𠮷" + UUID.randomUUID().toString().substring(0, 8);
        var id = created(name);
        mvc.perform(get("/administration/organizations")
                        .param("q", name)
                        .param("kind", "OFFICE")
                        .param("region", "131000")
                        .with(people.as("system-admin")))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("共 1 条")));
        edit(id, name + "（更名）", 0).andExpect(status().is3xxRedirection());
        var member = colleague(id);
        signedIn(member);
        assertThat(sessions(member)).isEqualTo(1);
        act("/administration/organizations/" + id + "/suspensions", "system-admin");
        assertThat(statusOf(id)).isEqualTo("REGISTERED");
        perform(post("/administration/organizations/" + id + "/suspensions").param("reason", "机构合并"), "system-admin");
        assertThat(statusOf(id)).isEqualTo("SUSPENDED");
        assertThat(sessions(member)).isZero();
        act("/administration/organizations/" + id + "/reactivations", "system-admin");
        assertThat(statusOf(id)).isEqualTo("REGISTERED");
        assertThat(actions(id))
                .contains(
                        "organization.create", "organization.edit", "organization.suspend", "organization.reactivate");
    }

    @Test
    void two_who_edit_the_same_organisation_lose_no_text() throws Exception {
        var id = created("示例招商二处" + UUID.randomUUID().toString().substring(0, 8));
        edit(id, "示例招商二处甲改", 0).andExpect(status().is3xxRedirection());
        edit(id, "示例招商二处乙改", 0)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("他人已先保存")))
                .andExpect(content().string(containsString("示例招商二处甲改")))
                .andExpect(content().string(containsString("示例招商二处乙改")));
        edit(id, "示例招商二处乙改" + id.toString().substring(0, 8), 1).andExpect(status().is3xxRedirection());
    }

    @Test
    void what_is_wrong_in_an_organisation_stands_at_its_field() throws Exception {
        organization("OFFICE", "甲", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("名称为 4 至 120 字")));
        organization("OFFICE", "示例招商处", "91350100M000100Y44", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("逐位核对")));
        organization("DEPARTMENT", "示例发改部门", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请选择部门所属的招商单位")));
        organization("ENTERPRISE", "示例企业不在此设立", "", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("自行注册入驻")));
        organization("OFFICE", "示例a\0b处", "", "").andExpect(status().is(422));
        organization("OFFICE", "示例招商处", "", "999999").andExpect(status().is(422));
        organization("OFFICE", "示例重码招商处", "12110112237132586W", "")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有同名或同代码的单位")));
        organization("", "", "", "").andExpect(status().is(422));
    }

    @Test
    void the_operator_is_never_suspended() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        perform(
                post("/administration/organizations/" + operator + "/suspensions")
                        .param("reason", "试"),
                "system-admin");
        assertThat(statusOf(operator)).isEqualTo("REGISTERED");
    }

    @Test
    void new_roles_sign_the_person_out_and_the_audit_tells_from_what_to_what() throws Exception {
        var office = created("示例招商三处" + UUID.randomUUID().toString().substring(0, 8));
        var person = colleague(office);
        signedIn(person);
        roles(person, "OFFICER", "LEAD").andExpect(status().is3xxRedirection());
        assertThat(rolesOf(person)).containsExactlyInAnyOrder("OFFICER", "LEAD");
        assertThat(sessions(person)).isZero();
        assertThat(jdbc.sql("select detail from audit_entry where action = 'account.roles' and entity_id = ?")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("经办 → 经办、科长");
    }

    @Test
    void a_role_that_the_organisation_does_not_have_is_refused() throws Exception {
        var person = colleague(created("示例招商四处" + UUID.randomUUID().toString().substring(0, 8)));
        roles(person, "AUDITOR").andExpect(status().is(422)).andExpect(content().string(containsString("该单位没有所选角色")));
        roles(person).andExpect(status().is(422)).andExpect(content().string(containsString("请至少选择一个角色")));
        assertThat(rolesOf(person)).containsExactly("OFFICER");
    }

    @Test
    void nobody_is_made_two_of_the_three_administrators() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        var person = account();
        member(person, operator, "AUDITOR");
        roles(person, "AUDITOR", "SYSTEM_ADMIN")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
        assertThat(rolesOf(person)).containsExactly("AUDITOR");
        jdbc.sql("update account set status = 'ENDED' where id = ?")
                .param(person)
                .update();
    }

    /** The form sees one organisation at a time; the database sees the person. */
    @Test
    void the_database_refuses_what_two_organisations_would_hide_and_the_form_says_so() throws Exception {
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .single();
        var second = UUID.randomUUID();
        jdbc.sql("""
                insert into organization (id, kind, name, status, platform_role, created_at)
                values (?, 'OFFICE', ?, 'REGISTERED', 'OPERATOR', now())
                """)
                .params(second, "示例第二运营单位" + second.toString().substring(0, 8))
                .update();
        var person = account();
        member(person, operator, "AUDITOR");
        var membership = member(person, second, "REVIEW_ADMIN");
        perform(
                        post("/administration/accounts/" + person + "/memberships/" + membership + "/roles")
                                .param("role", "SYSTEM_ADMIN"),
                        "security-admin")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
        jdbc.sql("update account set status = 'ENDED' where id = ?")
                .param(person)
                .update();
        jdbc.sql("update organization set platform_role = null where id = ?")
                .param(second)
                .update();
    }

    @Test
    void nobody_changes_the_own_account() throws Exception {
        var own = people.viewer("security-admin").account();
        roles(own, "REVIEW_ADMIN").andExpect(status().is(422));
        act("/administration/accounts/" + own + "/endings", "security-admin");
        assertThat(rolesOf(own)).containsExactly("SECURITY_ADMIN");
    }

    @Test
    void an_account_is_suspended_brought_back_and_ended_for_good() throws Exception {
        var person = colleague(created("示例招商五处" + UUID.randomUUID().toString().substring(0, 8)));
        signedIn(person);
        act("/administration/accounts/" + person + "/suspensions", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ACTIVE");
        perform(post("/administration/accounts/" + person + "/suspensions").param("reason", "借调"), "security-admin");
        assertThat(accountStatus(person)).isEqualTo("SUSPENDED");
        assertThat(sessions(person)).isZero();
        act("/administration/accounts/" + person + "/reactivations", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ACTIVE");
        perform(post("/administration/accounts/" + person + "/endings").param("reason", "离职"), "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ENDED");
        assertThat(jdbc.sql("select count(*) from membership where account_id = ? and ended_at is null")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
        act("/administration/accounts/" + person + "/reactivations", "security-admin");
        assertThat(accountStatus(person)).isEqualTo("ENDED");
    }

    @Test
    void a_locked_name_is_unlocked() throws Exception {
        var person = colleague(created("示例招商六处" + UUID.randomUUID().toString().substring(0, 8)));
        var login = jdbc.sql("select login from account where id = ?")
                .param(person)
                .query(String.class)
                .single();
        for (int i = 0; i < 5; i++)
            mvc.perform(post("/sign-in")
                    .param("login", login)
                    .param("password", "wrong")
                    .with(csrf()));
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(containsString("登录已锁定")));
        act("/administration/accounts/" + person + "/unlockings", "security-admin");
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(not(containsString("登录已锁定"))));
    }

    @Test
    void phone_and_mail_are_masked_until_a_recorded_look() throws Exception {
        var person = account();
        jdbc.sql("update account set email = ? where id = ?")
                .params("mask-" + person + "@example.cn", person)
                .update();
        mvc.perform(get("/administration/accounts/" + person).with(people.as("security-admin")))
                .andExpect(content().string(not(containsString("mask-" + person))));
        act("/administration/accounts/" + person + "/reveals", "security-admin")
                .andExpect(content().string(containsString("mask-" + person)));
        assertThat(actions(person)).contains("account.reveal");
    }

    @Test
    void a_person_is_invited_by_a_link_that_is_shown_once_and_can_be_revoked() throws Exception {
        var office = created("示例招商七处" + UUID.randomUUID().toString().substring(0, 8));
        var target = "invite-" + UUID.randomUUID() + "@example.cn";
        var sent = invite(office, "李𠮷", target, "OFFICER").andExpect(status().is3xxRedirection());
        var link = String.valueOf(sent.andReturn().getFlashMap().get("link"));
        assertThat(link).matches(".*/invitations/[A-Za-z0-9_-]{32}");
        assertThat(jdbc.sql("select count(*) from outbox_message where recipient = ? and body like ?")
                        .params(target, "%" + link + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var id = jdbc.sql("select id from invitation where target = ?")
                .param(target)
                .query(UUID.class)
                .single();
        mvc.perform(get("/administration/invitations").with(people.as("security-admin")))
                .andExpect(content().string(containsString("李𠮷")))
                .andExpect(content().string(not(containsString(target))));
        act("/administration/invitations/" + id + "/revocations", "security-admin")
                .andExpect(status().is3xxRedirection());
        act("/administration/invitations/" + id + "/revocations", "security-admin")
                .andExpect(status().isNotFound());
    }

    @Test
    void who_is_invited_by_the_administrator_accepts_and_signs_in_with_the_roles_given() throws Exception {
        var office = created("示例招商九处" + UUID.randomUUID().toString().substring(0, 8));
        var target = "invite-" + UUID.randomUUID() + "@example.cn";
        var link = String.valueOf(invite(office, "赵𠮷", target, "OFFICER", "LEAD")
                .andReturn()
                .getFlashMap()
                .get("link"));
        var page = link.substring(link.indexOf("/invitations/"));
        mvc.perform(get(page))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("示例招商九处")))
                .andExpect(content().string(containsString("科长")))
                .andExpect(content().string(not(containsString(target))));
        for (var wrong : new String[] {"", "short1", "onlyletters"})
            mvc.perform(post(page)
                            .param("name", "赵𠮷")
                            .param("password", wrong)
                            .param("agreed", "true")
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("赵𠮷")));
        mvc.perform(post(page).param("name", "赵𠮷").param("password", PASSWORD).with(csrf()))
                .andExpect(status().is(422)); // without consent
        mvc.perform(post(page)
                        .param("name", "赵𠮷")
                        .param("password", PASSWORD)
                        .param("agreed", "true")
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?done=joined"));
        mvc.perform(formLogin("/sign-in").user("login", target).password(PASSWORD))
                .andExpect(authenticated().withRoles("OFFICER", "LEAD"));
        mvc.perform(get(page)).andExpect(content().string(containsString("邀请已失效")));
    }

    @Test
    void what_is_wrong_in_an_invitation_stands_at_its_field() throws Exception {
        var office = created("示例招商八处" + UUID.randomUUID().toString().substring(0, 8));
        invite(office, "", "x@example.cn", "OFFICER").andExpect(status().is(422));
        invite(office, "王某", "12", "OFFICER")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请填写有效的手机号或邮箱")));
        invite(office, "王某", "x@example.cn", "SYSTEM_ADMIN")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该单位没有所选角色")));
        invite(UUID.randomUUID(), "王某", "x@example.cn", "OFFICER").andExpect(status().is(422));
        var operator = jdbc.sql("select id from organization where platform_role = 'OPERATOR'")
                .query(UUID.class)
                .list()
                .get(0);
        invite(operator, "王某", "y@example.cn", "SYSTEM_ADMIN", "AUDITOR")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("同一人不能兼任")));
    }

    private ResultActions invite(UUID office, String name, String target, String... roles) throws Exception {
        return perform(
                post("/administration/invitations")
                        .param("organization", office.toString())
                        .param("name", name)
                        .param("target", target)
                        .param("roles", roles),
                "security-admin");
    }

    private UUID created(String name) throws Exception {
        var page = organization("OFFICE", name, "", "131000")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1));
    }

    private ResultActions organization(String kind, String name, String uscc, String region) throws Exception {
        return perform(
                post("/administration/organizations")
                        .param("kind", kind)
                        .param("name", name)
                        .param("uscc", uscc)
                        .param("regionCode", region),
                "system-admin");
    }

    private ResultActions edit(UUID id, String name, long version) throws Exception {
        return perform(
                post("/administration/organizations/" + id)
                        .param("kind", "OFFICE")
                        .param("name", name)
                        .param("regionCode", "131000")
                        .param("version", String.valueOf(version)),
                "system-admin");
    }

    private ResultActions roles(UUID person, String... roles) throws Exception {
        var membership = jdbc.sql("select id from membership where account_id = ? and ended_at is null")
                .param(person)
                .query(UUID.class)
                .single();
        return perform(
                post("/administration/accounts/" + person + "/memberships/" + membership + "/roles")
                        .param("role", roles),
                "security-admin");
    }

    private ResultActions act(String address, String login) throws Exception {
        return perform(post(address), login);
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, String login) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    private UUID colleague(UUID office) {
        var person = account();
        member(person, office, "OFFICER");
        return person;
    }

    private UUID account() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into account (id, login, name, status, created_at, credentials_changed_at)
                values (?, ?, '示例人员', 'ACTIVE', now(), now())
                """).params(id, "t-" + id).update();
        return id;
    }

    private UUID member(UUID person, UUID organization, String role) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into membership (id, account_id, organization_id, started_at) values (?, ?, ?, now())")
                .params(id, person, organization)
                .update();
        jdbc.sql("insert into membership_role (membership_id, role) values (?, ?)")
                .params(id, role)
                .update();
        jdbc.sql("update account set current_membership_id = ? where id = ?")
                .params(id, person)
                .update();
        return id;
    }

    private void signedIn(UUID person) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                    expiry_time, principal_name)
                values (?, ?, 0, 0, 1800, 32503680000000, ?)
                """).params(id, id, person.toString()).update();
    }

    private int sessions(UUID person) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(person.toString())
                .query(Integer.class)
                .single();
    }

    private String statusOf(UUID organization) {
        return jdbc.sql("select status from organization where id = ?")
                .param(organization)
                .query(String.class)
                .single();
    }

    private String accountStatus(UUID person) {
        return jdbc.sql("select status from account where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private List<String> rolesOf(UUID person) {
        return jdbc.sql(
                        "select r.role from membership m join membership_role r on r.membership_id = m.id where m.account_id = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    private List<String> actions(UUID record) {
        return jdbc.sql("select action from audit_entry where entity_id = ?")
                .param(record)
                .query(String.class)
                .list();
    }
}
