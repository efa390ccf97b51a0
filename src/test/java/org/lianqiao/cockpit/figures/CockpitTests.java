package org.lianqiao.cockpit.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class CockpitTests {
    private static final Pattern TOTAL = Pattern.compile("共 (\\d+) 条");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    ProjectTallies projects;

    @Autowired
    ProspectTallies prospects;

    People people;

    @BeforeEach
    void meetThePeople() {
        people = new People(jdbc, viewers);
    }

    @ParameterizedTest
    @CsvSource({
        "tz-lead, OURS",
        "tz-lead, SIDE",
        "tz-lead, BOTH",
        "xh-lead, SIDE",
        "tz-coord, SIDE",
        "lf-coord, SIDE",
        "lf-coord, BOTH",
        "joint, BOTH"
    })
    void every_number_is_as_many_as_the_list_it_leads_to(String login, String scope) throws Exception {
        var numbers = numbers(page(login, "/cockpit?from=2019-01-01&to=" + LocalDate.now() + "&scope=" + scope));
        assertThat(numbers).hasSizeGreaterThan(12);
        for (var number : numbers.entrySet())
            assertThat(listed(login, number.getKey())).as(number.getKey()).isEqualTo(number.getValue());
    }

    @Test
    void numbers_of_one_chain_and_of_a_short_span_lead_to_their_lists_too() throws Exception {
        var chain = jdbc.sql("select chain_id from project where chain_id is not null order by number limit 1")
                .query(String.class)
                .single();
        var from = LocalDate.now().minusDays(60);
        var numbers = numbers(page("tz-coord", "/cockpit?from=" + from + "&chain=" + chain));
        for (var number : numbers.entrySet())
            assertThat(listed("tz-coord", number.getKey())).as(number.getKey()).isEqualTo(number.getValue());
    }

    /** Every number of the page with the list it leads to. */
    private static Map<String, Long> numbers(Document page) {
        var numbers = new LinkedHashMap<String, Long>();
        for (var link : page.select(".figures a[data-count]"))
            numbers.put(link.attr("href"), Long.valueOf(link.attr("data-count")));
        for (var link : page.select("a.n-link, .heat a")) numbers.put(link.attr("href"), Long.valueOf(link.text()));
        numbers.put(
                page.select("#late-leads").attr("href"),
                Long.valueOf(page.select("#late-leads + b").text()));
        return numbers;
    }

    private long listed(String login, String href) throws Exception {
        var total = TOTAL.matcher(page(login, href).select(".total").text());
        assertThat(total.find()).as(href).isTrue();
        return Long.parseLong(total.group(1));
    }

    @Test
    void what_the_other_side_does_not_share_is_a_number_and_no_name() throws Exception {
        var page = page("tz-lead", "/cockpit?scope=BOTH&from=2019-01-01");
        var hidden = jdbc.sql("""
                select o.name from prospect p join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                 where h.region_code like '13%' and p.sharing <> 'BOTH'
                   and not exists (select from (select prospect_id, office_id from prospect_partner
                           union all select prospect_id, organization_id from prospect_introducer) x(prospect, office)
                       where x.prospect = p.id and x.office =
                           (select organization_id from membership m join account a on a.id = m.account_id where a.login = 'tz-lead'))
                """).query(String.class).list();
        assertThat(hidden).isNotEmpty();
        assertThat(page.select(".beyond").text()).contains("另有 " + hidden.size() + " 条线索，对方掌握");
        assertThat(page.text()).doesNotContain(hidden.get(0));
        assertThat(page.select("#table-office").text())
                .contains("通州")
                .doesNotContain("三河")
                .doesNotContain("香河");
    }

    @Test
    void a_two_site_project_counts_once_jointly_and_by_its_own_sites_for_each_side() {
        var period = new Period(LocalDate.of(2019, 1, 1), LocalDate.now());
        var both = sum("joint", "BOTH", period);
        var one = sum("tz-coord", "SIDE", period);
        var other = sum("lf-coord", "SIDE", period);
        assertThat(one).isEqualByComparingTo(sites("110112", "p.publication = 'PUBLISHED' or true"));
        assertThat(both)
                .isEqualByComparingTo(
                        sites(
                                "",
                                "p.publication = 'PUBLISHED' or exists (select from consultation c where c.project_id = p.id)"));
        assertThat(one.add(other)).isGreaterThanOrEqualTo(both);
        var joint = projects.tallies(asked("BOTH"), period, people.viewer("tz-coord"));
        assertThat(joint.of("two", "").now())
                .isPositive()
                .isLessThanOrEqualTo(joint.of("first", "").now());
    }

    private BigDecimal sum(String login, String scope, Period period) {
        return projects.tallies(asked(scope), period, people.viewer(login))
                .of("signed", "")
                .yuan();
    }

    private BigDecimal sites(String region, String which) {
        return jdbc.sql(
                        "select coalesce(sum(s.amount_yuan), 0) from project_site s join project p on p.id = s.project_id"
                                + " where s.signed_on <= current_date and s.region_code like ? and (" + which + ")")
                .param(region + "%")
                .query(BigDecimal.class)
                .single();
    }

    private static CockpitFilter asked(String scope) {
        return new CockpitFilter(scope, null, null, null);
    }

    @Test
    void the_days_of_each_step_are_kept_with_its_history() {
        assertThat(jdbc.sql("""
                        select count(*) from prospect p join stage_change a on a.prospect_id = p.id and a.move = 'OPENED' and a.to_stage = 'LEAD'
                          join stage_change b on b.prospect_id = p.id and b.move = 'FORWARD' and b.to_stage = 'CONTACTED'
                         where p.days_to_contact = (b.changed_at at time zone 'Asia/Shanghai')::date - (a.changed_at at time zone 'Asia/Shanghai')::date
                        """).query(Integer.class).single()).isGreaterThan(10);
        var pace = prospects.pace(
                asked("SIDE"), new Period(LocalDate.of(2019, 1, 1), LocalDate.now()), people.viewer("tz-coord"));
        assertThat(pace).hasSize(5);
        assertThat(pace.get(0).days()).isNotNull();
    }

    @Test
    void a_date_nobody_can_read_asks_for_the_last_twelve_months() throws Exception {
        for (var bad : new String[] {"from=2026-02-30", "scope=EVERYTHING&chain=1", "from=9999-99-99"})
            assertThat(page("tz-lead", "/cockpit?" + bad).select("h1").text()).isEqualTo("驾驶舱");
        var turned = page("tz-lead", "/cockpit?from=2026-05-01&to=2026-01-01")
                .select(".sub")
                .text();
        assertThat(turned).contains("2026-01-01—2026-05-01").contains("数据截至");
    }

    @Test
    void the_export_holds_the_same_numbers() throws Exception {
        var answer = mvc.perform(get("/cockpit/exports?scope=SIDE").with(people.as("tz-lead")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentType()).isEqualTo(SheetFormat.XLSX.mediaType());
        assertThat(answer.getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void who_answers_for_nobody_else_has_no_cockpit() throws Exception {
        mvc.perform(get("/cockpit").with(people.as("xh-officer"))).andExpect(status().isForbidden());
    }

    @Test
    void every_term_is_explained() throws Exception {
        var page = page("joint", "/cockpit/glossary");
        assertThat(page.select("dt").size()).isEqualTo(page.select("dd").size()).isGreaterThan(10);
    }

    private Document page(String login, String href) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(href)).with(people.as(login)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
