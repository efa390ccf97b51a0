package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
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
import org.springframework.security.core.AuthenticationException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Rubbish for every parameter of every route, by somebody who passes its door: never a failure of ours. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobustnessTests {
    private static final List<List<String>> RUBBISH = List.of(
            List.of(""),
            List.of("a\0b"),
            List.of("\uFFFD\uFFFD"),
            List.of("-1"),
            List.of("1e309"),
            List.of("99999999999999999999"),
            List.of("2026-02-30"),
            List.of("00000000-0000-7000-8000-000000000000"),
            List.of("𠮷🚗‮"),
            List.of("'\"><script>${7*7}%_\\"),
            List.of("长".repeat(5_000)),
            List.of("SUBMITTED", "DRAFT", "a\0b"));

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

    private Map<String, RequestPostProcessor> people = Map.of();
    private Map<String, String> records = Map.of();

    static Stream<Route> table() throws IOException {
        return Route.table().stream();
    }

    @BeforeAll
    void meetThePeopleAndFindTheRecords() throws IOException {
        var known = new People(jdbc, viewers);
        people = new LinkedHashMap<>();
        for (var login : Route.ROLES) if (!login.equals("visitor")) people.put(login, known.as(login));
        records = Route.records(jdbc);
    }

    @ParameterizedTest
    @MethodSource("table")
    void rubbish_is_never_a_failure_of_ours(Route route) {
        var person = route.someoneWhoMay();
        if (person == null) return;
        var failures = new ArrayList<String>();
        for (var rubbish : RUBBISH) {
            var failure = failure(route, person, rubbish);
            if (failure != null) failures.add(shown(rubbish) + " → " + failure);
        }
        assertThat(failures).as("%s as %s", route.path(), person).isEmpty();
    }

    /** @return nothing where the answer is below 500 */
    private String failure(Route route, String person, List<String> rubbish) {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            try {
                var request = route.request(records).with(csrf());
                var sender = people.get(person);
                if (sender != null) request.with(sender);
                fill(request, route, rubbish);
                int status = mvc.perform(request).andReturn().getResponse().getStatus();
                return status < 500 ? null : String.valueOf(status);
            } catch (AuthenticationException e) {
                return null;
            } catch (Exception e) {
                return NestedExceptionUtils.getMostSpecificCause(e).toString();
            }
        });
    }

    private void fill(AbstractMockHttpServletRequestBuilder<?> request, Route route, List<String> rubbish) {
        for (var name : new TreeSet<>(routes.parameters(route.method(), route.pattern())))
            request.param(name, rubbish.toArray(String[]::new));
        request.param("no.such[0].field", rubbish.get(0))
                .param("page", rubbish.get(0))
                .param("size", rubbish.get(0));
    }

    private static String shown(List<String> rubbish) {
        var text = rubbish.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
