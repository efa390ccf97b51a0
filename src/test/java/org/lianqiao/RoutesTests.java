package org.lianqiao;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Route;
import org.lianqiao.testing.Routes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every route × every role, against {@code routes.tsv}, which is written by hand: what the design allows stands there,
 * not what the code does. A route that the table does not name fails the build.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Routes routes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, RequestPostProcessor> people = new HashMap<>();
    private Map<String, String> records = Map.of();

    static Stream<Route> table() throws IOException {
        return Route.table().stream();
    }

    static Stream<Route> changes() throws IOException {
        return table().filter(route -> route.method().equals("POST"));
    }

    @BeforeAll
    void meetThePeopleAndFindTheRecords() throws IOException {
        var known = new People(jdbc, viewers);
        for (var login : Route.ROLES) if (!login.equals("visitor")) people.put(login, known.as(login));
        records = Route.records(jdbc);
    }

    @Test
    void the_table_names_every_route_and_no_other() throws IOException {
        var named = new TreeSet<String>();
        table().forEach(route -> named.add(route.method() + " " + route.pattern()));
        assertThat(named).containsExactlyElementsOf(routes.mapped());
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_role_gets_what_the_table_says(Route route) {
        var answers = Route.ROLES.stream().map(role -> answer(route, role)).collect(joining("\t"));
        assertThat(answers).as("%s\n%s", String.join("\t", Route.ROLES), route).isEqualTo(route.expected());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothing_is_changed_without_the_token_against_forgery(Route route) throws Exception {
        for (var role : List.of("visitor", "enterprise", "tz-lead"))
            mvc.perform(as(role, route.request(records))).andExpect(status().isForbidden());
    }

    /** What is done is undone, so that each role finds the record as it was. */
    private String answer(Route route, String role) {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            try {
                var request = as(role, route.request(records).with(csrf()));
                return word(mvc.perform(request).andReturn().getResponse());
            } catch (Exception e) {
                return NestedExceptionUtils.getMostSpecificCause(e).toString();
            }
        });
    }

    private static String word(MockHttpServletResponse response) {
        var to = response.getRedirectedUrl();
        if (to != null) return to.endsWith("/sign-in") ? "in" : "ok";
        return switch (response.getStatus()) {
            case 200, 204, 303, 409, 422 -> "ok";
            default -> String.valueOf(response.getStatus());
        };
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> AbstractMockHttpServletRequestBuilder<B> as(
            String role, AbstractMockHttpServletRequestBuilder<B> request) {
        var person = people.get(role);
        return person == null ? request : request.with(person);
    }
}
