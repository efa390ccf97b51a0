package org.lianqiao.matching.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The chain pages: a chain of two nodes made for the test, the first without anybody, the second with an enterprise. */
@PortalTest
class ChainPagesTests {
    private static final Pattern FIGURE =
            Pattern.compile("<a[^>]* href=\"(/(?:needs|projects|organizations)\\?node=[^\"]+)\"[^>]*>(\\d+) [^<]+</a>");
    private static final Pattern TOTAL = Pattern.compile("class=\"total\">共 (\\d+) 条");

    private final UUID chain = UUID.randomUUID();
    private final UUID above = UUID.randomUUID();
    private final UUID below = UUID.randomUUID();
    private final String code = "map-" + chain.toString().substring(0, 8);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Catalogue catalogue;

    @Autowired
    People people;

    @BeforeEach
    void makeAChain() {
        jdbc.sql(
                        "insert into industry_chain (id, code, name_zh, name_en, position) values (?, ?, '图谱示例链', 'Map chain', 900)")
                .params(chain, code)
                .update();
        node(above, "图谱隔膜", "UPSTREAM");
        node(below, "图谱电芯", "MIDSTREAM");
        jdbc.sql("insert into chain_edge values (?, ?)").params(above, below).update();
        catalogue.forget();
    }

    private void node(UUID id, String name, String stream) {
        jdbc.sql(
                        "insert into chain_node (id, chain_id, code, name_zh, name_en, stream) values (?, ?, ?, ?, 'Map node', ?)")
                .params(id, chain, id.toString(), name, stream)
                .update();
    }

    @AfterEach
    void putTheChainAway() {
        jdbc.sql("update industry_chain set active = false where id = ?")
                .param(chain)
                .update();
        catalogue.forget();
    }

    @ParameterizedTest
    @CsvSource({"nev, tz-officer", "bio, sh-lead", "robot, lf-coord", "nev, enterprise", "nev,", "bio,"})
    void every_figure_is_the_total_of_the_list_that_it_leads_to(String of, String login) throws Exception {
        var page = body(as(get("/chains/" + of), login));
        var figures = FIGURE.matcher(page).results().toList();
        assertThat(figures).hasSizeGreaterThan(4);
        for (var figure : figures) {
            var list = body(as(get(figure.group(1).replace("&amp;", "&")), login));
            var total = TOTAL.matcher(list);
            assertThat(total.find()).as(figure.group(1)).isTrue();
            assertThat(total.group(1)).as(figure.group(1)).isEqualTo(figure.group(2));
        }
    }

    @Test
    void an_enterprise_is_opened_by_a_government_and_only_counted_before_others() throws Exception {
        stand(below, enterprise("131082", "REGISTERED", null));
        assertThat(body(as(get("/chains/" + code), "dc-officer")))
                .contains("/organizations?node=" + below + "&amp;region=131082");
        for (var login : new String[] {null, "enterprise", "association"})
            assertThat(body(as(get("/chains/" + code), login)))
                    .contains("1 家企业")
                    .doesNotContain("/organizations?node=");
        mvc.perform(as(get("/organizations"), "enterprise")).andExpect(status().isForbidden());
        mvc.perform(get("/organizations")).andExpect(status().is3xxRedirection());
    }

    @Test
    void a_gap_is_listed_with_its_evidence_in_the_table_and_on_the_strips() throws Exception {
        stand(below, enterprise("131024", "REGISTERED", null));
        mvc.perform(get("/chains/" + code))
                .andExpect(content()
                        .string(allOf(
                                containsString("data-state=\"GAP\""),
                                containsString("下游“图谱电芯”已有企业：香河 1 家"),
                                containsString("data-feeds=\"" + below + "\""))));
        mvc.perform(get("/chains")).andExpect(content().string(containsString("/chains/" + code)));
        mvc.perform(get("/chains/" + code).param("lang", "en"))
                .andExpect(content().string(containsString("Enterprises downstream at “Map node”: Xianghe 1")));
    }

    @Test
    void whom_an_office_noted_counts_nowhere_before_anybody_else() throws Exception {
        var secret = enterprise("131082", "KNOWN", "sh-officer");
        stand(above, secret);
        stand(below, enterprise("131024", "REGISTERED", null));
        assertThat(state("sh-lead")).isEqualTo("COVERED");
        for (var login : new String[] {"tz-officer", "lf-coord", "joint", "system-admin", "enterprise", "park", null})
            assertThat(state(login)).as(String.valueOf(login)).isEqualTo("GAP");
        assertThat(total("sh-officer")).isEqualTo("1");
        for (var login : List.of("tz-officer", "joint", "system-admin", "auditor")) {
            assertThat(total(login)).as(login).isEqualTo("0");
            mvc.perform(as(get("/organizations/" + secret), login)).andExpect(status().isNotFound());
        }
        assertThat(body(as(get("/organizations").param("q", "图谱企业"), "tz-officer")))
                .doesNotContain(name(secret));
    }

    @Test
    void whom_the_platform_took_in_from_a_list_is_seen_and_opened_by_every_office() throws Exception {
        var known = enterprise("131082", "KNOWN", "system-admin");
        stand(above, known);
        assertThat(total("tz-officer")).isEqualTo("1");
        mvc.perform(as(get("/organizations/" + known), "tz-officer")).andExpect(status().isOk());
        mvc.perform(as(get("/organizations/" + known), "enterprise")).andExpect(status().isNotFound());
    }

    @Test
    void who_is_suspended_counts_no_more() throws Exception {
        stand(above, enterprise("131082", "SUSPENDED", null));
        assertThat(total("tz-officer")).isEqualTo("0");
        assertThat(body(get("/chains/" + code))).doesNotContain("1 家企业");
    }

    @Test
    void a_product_of_the_catalogue_puts_its_maker_at_the_node_also_by_another_name() throws Exception {
        var product = UUID.randomUUID();
        jdbc.sql("insert into product (id, name, node_id, created_at) values (?, '图谱陶瓷隔膜', ?, now())")
                .params(product, above)
                .update();
        jdbc.sql("insert into product_name (key, product_id, name) values (product_key('图谱涂覆膜'), ?, '图谱涂覆膜')")
                .param(product)
                .update();
        var maker = enterprise("110112", "REGISTERED", null);
        jdbc.sql("insert into organization_product (organization_id, name) values (?, '图谱 涂覆膜')")
                .param(maker)
                .update();
        assertThat(state(null)).isEqualTo("COVERED");
        assertThat(total("tz-officer")).isEqualTo("1");
        jdbc.sql("delete from product where id = ?").param(product).update();
        assertThat(total("tz-officer")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tz-officer", "joint", "enterprise", "association", "park"})
    void one_click_makes_a_gap_a_need_and_a_second_one_leads_to_the_same(String login) throws Exception {
        stand(below, enterprise("131024", "REGISTERED", null));
        var draft = draft("FILL", login);
        assertThat(draft("FILL", login)).isEqualTo(draft);
        var own = body(as(get(draft), login));
        assertThat(own)
                .contains("补链：寻求“图谱隔膜”环节企业")
                .contains("下游“图谱电芯”已有企业：香河 1 家")
                .contains("产业链图谱提出")
                .contains("/chains/" + code + "#" + above);
        assertThat(body(as(get("/chains/" + code), login))).contains("本单位已拟需求").contains(draft);
        assertThat(body(as(get("/chains/" + code), "dc-officer"))).doesNotContain("本单位已拟需求");
        withdraw(draft, login);
        assertThat(draft("FILL", login)).isNotEqualTo(draft);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'need.propose' and subject like '%图谱隔膜%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_strength_becomes_a_need_to_strengthen_it_whatever_language_was_read() throws Exception {
        stand(below, enterprise("131082", "REGISTERED", null, "LARGE"));
        var location = mvc.perform(as(
                                post("/chains/" + code + "/nodes/" + below + "/needs")
                                        .param("kind", "STRENGTHEN")
                                        .param("lang", "en"),
                                "sh-officer")
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(as(get(Objects.requireNonNull(location)).param("lang", "zh"), "sh-officer"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("环节引进同类与配套企业")));
    }

    @Test
    void the_evidence_that_a_need_carries_tells_nothing_that_others_may_not_know() throws Exception {
        stand(below, enterprise("131082", "KNOWN", "sh-officer"));
        stand(below, enterprise("131024", "REGISTERED", null));
        assertThat(body(as(get("/chains/" + code), "sh-officer"))).contains("下游“图谱电芯”已有企业：三河 1 家、香河 1 家");
        var own = body(as(get(draft("FILL", "sh-officer")), "sh-officer"));
        assertThat(own).contains("已有企业：香河 1 家").doesNotContain("三河 1 家");
    }

    @Test
    void two_clicks_at_once_make_one_need() throws Exception {
        stand(below, enterprise("131024", "REGISTERED", null));
        var threads = Executors.newFixedThreadPool(4);
        try {
            var clicks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 4; i++) clicks.add(() -> draft("FILL", "xh-officer"));
            var drafts = new HashSet<String>();
            for (var done : threads.invokeAll(clicks)) drafts.add(done.get());
            assertThat(drafts).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void only_who_may_draft_a_need_may_do_so_from_the_map() throws Exception {
        stand(below, enterprise("131024", "REGISTERED", null));
        var needs = "/chains/" + code + "/nodes/" + above + "/needs";
        for (var login : List.of("tz-reviewer", "system-admin", "auditor", "review-admin"))
            mvc.perform(as(post(needs).param("kind", "FILL"), login).with(csrf()))
                    .andExpect(status().isForbidden());
        mvc.perform(post(needs).param("kind", "FILL").with(csrf())).andExpect(redirectedUrl("/sign-in"));
        assertThat(body(get("/chains/" + code))).contains("登录后可一键生成需求").doesNotContain("<button class=\"btn btn-sm\"");
    }

    @Test
    void what_the_map_does_not_propose_makes_no_need() throws Exception {
        stand(below, enterprise("131024", "REGISTERED", null));
        var needs = "/chains/" + code + "/nodes/" + above + "/needs";
        mvc.perform(as(post(needs).param("kind", "STRENGTHEN"), "tz-officer").with(csrf()))
                .andExpect(redirectedUrl("/chains/" + code))
                .andExpect(flash().attribute("refusal", containsString("不成立")));
        var unknown = Stream.of(
                post(needs).param("kind", "NONSENSE"),
                post(needs),
                post("/chains/nev/nodes/" + above + "/needs").param("kind", "FILL"),
                post("/chains/no-such/nodes/" + above + "/needs").param("kind", "FILL"),
                post("/chains/" + code + "/nodes/" + UUID.randomUUID() + "/needs")
                        .param("kind", "FILL"));
        for (var request : unknown.toList())
            mvc.perform(as(request, "tz-officer").with(csrf())).andExpect(status().isNotFound());
        mvc.perform(get("/chains/no-such")).andExpect(status().isNotFound());
    }

    @Test
    void a_chain_costs_the_same_whatever_its_length() throws Exception {
        for (var of : List.of("nev", code)) {
            body(get("/chains/" + of));
            assertThat(Statements.of(() -> mvc.perform(get("/chains/" + of)))).hasSize(4);
            var officer = as(get("/chains/" + of), "tz-officer");
            body(officer);
            assertThat(Statements.of(() -> mvc.perform(officer))).hasSizeLessThanOrEqualTo(7);
        }
        var strips = as(get("/chains"), "tz-officer");
        body(strips);
        assertThat(Statements.of(() -> mvc.perform(strips))).hasSizeLessThanOrEqualTo(5);
        var directory = as(get("/organizations").param("node", below.toString()), "tz-officer");
        body(directory);
        assertThat(Statements.of(() -> mvc.perform(directory))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void an_empty_chain_and_a_directory_without_hits_say_what_to_do() throws Exception {
        jdbc.sql("update chain_node set active = false where chain_id = ?")
                .param(chain)
                .update();
        mvc.perform(get("/chains/" + code)).andExpect(content().string(containsString("这条产业链还没有环节")));
        mvc.perform(as(
                        get("/organizations")
                                .param("q", "没有这样的企业")
                                .param("region", "x")
                                .param("node", "nonsense"),
                        "tz-officer"))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("请放宽条件"), not(containsString("class=\"rows\"")))));
    }

    private String draft(String kind, String login) throws Exception {
        var location = Objects.requireNonNull(mvc.perform(as(
                                post("/chains/" + code + "/nodes/" + above + "/needs")
                                        .param("kind", kind),
                                login)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(location).matches("/my/needs/[0-9a-f-]{36}/edit");
        return location.replace("/edit", "");
    }

    private void withdraw(String need, String login) throws Exception {
        mvc.perform(as(post(need + "/closings").param("met", "false").param("reason", "不再需要"), login)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private String state(String login) throws Exception {
        var row = Pattern.compile("<tr id=\"" + above + "\"[^>]* data-state=\"([A-Z]+)\"")
                .matcher(body(as(get("/chains/" + code), login)));
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    /** How many enterprises the directory shows at the first node. */
    private String total(String login) throws Exception {
        var total = TOTAL.matcher(body(as(get("/organizations").param("node", above.toString()), login)));
        assertThat(total.find()).isTrue();
        return total.group(1);
    }

    private UUID enterprise(String region, String status, String notedBy) {
        return enterprise(region, status, notedBy, "SMALL");
    }

    private UUID enterprise(String region, String status, String notedBy, String size) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, size, created_at, created_by)
                values (:id, 'ENTERPRISE', :name, :region, :status, :size, now(), (select id from account where login = :by))
                """)
                .param("id", id)
                .param("name", "图谱企业" + id)
                .param("region", region)
                .param("status", status)
                .param("size", size)
                .param("by", notedBy)
                .update();
        return id;
    }

    private static String name(UUID enterprise) {
        return "图谱企业" + enterprise;
    }

    private void stand(UUID node, UUID enterprise) {
        jdbc.sql("insert into organization_node (node_id, organization_id) values (?, ?)")
                .params(node, enterprise)
                .update();
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, String login) {
        return login == null ? request : request.with(people.as(login));
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
