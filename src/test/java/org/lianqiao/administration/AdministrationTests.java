package org.lianqiao.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.testing.Statements;

/** Which administrator sees which pages, and what they cost. */
@PortalTest
class AdministrationTests extends AdministrationDesk {
    private static final List<String> NO_ADMINISTRATORS =
            List.of("auditor", "tz-officer", "tz-lead", "tz-reviewer", "joint", "enterprise", "association", "park");

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
}
