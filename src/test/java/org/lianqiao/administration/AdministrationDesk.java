package org.lianqiao.administration;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What administrators do, and what the database says of it afterwards. */
@PortalTest
abstract class AdministrationDesk {
    static final String PASSWORD = "Lianqiao#2026";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    ResultActions invite(UUID office, String name, String target, String... roles) throws Exception {
        return perform(
                post("/administration/invitations")
                        .param("organization", office.toString())
                        .param("name", name)
                        .param("target", target)
                        .param("roles", roles),
                "security-admin");
    }

    UUID created(String name) throws Exception {
        var page = organization("OFFICE", name, "", "131000")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1));
    }

    ResultActions organization(String kind, String name, String uscc, String region) throws Exception {
        return perform(
                post("/administration/organizations")
                        .param("kind", kind)
                        .param("name", name)
                        .param("uscc", uscc)
                        .param("regionCode", region),
                "system-admin");
    }

    ResultActions edit(UUID id, String name, long version) throws Exception {
        return perform(
                post("/administration/organizations/" + id)
                        .param("kind", "OFFICE")
                        .param("name", name)
                        .param("regionCode", "131000")
                        .param("version", String.valueOf(version)),
                "system-admin");
    }

    ResultActions roles(UUID person, String... roles) throws Exception {
        var membership = jdbc.sql("select id from membership where account_id = ? and ended_at is null")
                .param(person)
                .query(UUID.class)
                .single();
        return perform(
                post("/administration/accounts/" + person + "/memberships/" + membership + "/roles")
                        .param("role", roles),
                "security-admin");
    }

    ResultActions act(String address, String login) throws Exception {
        return perform(post(address), login);
    }

    ResultActions perform(MockHttpServletRequestBuilder request, String login) throws Exception {
        return mvc.perform(request.with(people.as(login)).with(csrf()));
    }

    UUID colleague(UUID office) {
        var person = account();
        member(person, office, "OFFICER");
        return person;
    }

    UUID account() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into account (id, login, name, status, created_at, credentials_changed_at)
                values (?, ?, '示例人员', 'ACTIVE', now(), now())
                """).params(id, "t-" + id).update();
        return id;
    }

    UUID member(UUID person, UUID organization, String role) {
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

    void signedIn(UUID person) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                    expiry_time, principal_name)
                values (?, ?, 0, 0, 1800, 32503680000000, ?)
                """).params(id, id, person.toString()).update();
    }

    int sessions(UUID person) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ?")
                .param(person.toString())
                .query(Integer.class)
                .single();
    }

    String statusOf(UUID organization) {
        return jdbc.sql("select status from organization where id = ?")
                .param(organization)
                .query(String.class)
                .single();
    }

    String accountStatus(UUID person) {
        return jdbc.sql("select status from account where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    List<String> rolesOf(UUID person) {
        return jdbc.sql(
                        "select r.role from membership m join membership_role r on r.membership_id = m.id where m.account_id = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    List<String> actions(UUID record) {
        return jdbc.sql("select action from audit_entry where entity_id = ?")
                .param(record)
                .query(String.class)
                .list();
    }
}
