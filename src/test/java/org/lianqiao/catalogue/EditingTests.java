package org.lianqiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class EditingTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    Catalogue catalogue;

    @Autowired
    People people;

    @Test
    void a_new_region_lies_where_its_code_says_and_is_there_at_once() throws Exception {
        jdbc.sql("delete from region where code = '530102'").update();
        jdbc.sql("delete from region where code = '530100'").update();
        region("530102", "云南省昆明市五华区")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请先建立上级区域 530100")));
        jdbc.sql("""
                insert into region (code, parent_code, name_zh, name_en, short_zh, short_en)
                values ('530100', '530000', '云南省昆明市', 'Kunming', '昆明', 'Kunming') on conflict do nothing
                """).update();
        region("530102", "云南省昆明市五华区").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select parent_code from region where code = '530102'")
                        .query(String.class)
                        .single())
                .isEqualTo("530100");
        assertThat(catalogue.regionName("530102")).isIn("简称", "Sample");
        region("530102", "再来一次").andExpect(status().is(422)).andExpect(content().string(containsString("该代码已存在")));
        jdbc.sql("delete from region where code in ('530102')").update();
        region("110199", "北京市示例区").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select parent_code from region where code = '110199'")
                        .query(String.class)
                        .single())
                .isEqualTo("110000");
        jdbc.sql("delete from region where code = '110199'").update();
        catalogue.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11011", "1101123", "990000", "110012", "１１０１１２", "abcdef", "110\0112"})
    void a_code_that_is_none_of_gb_2260_is_refused(String code) throws Exception {
        region(code, "示例区").andExpect(status().is(422));
    }

    @Test
    void a_region_of_an_alliance_stays_in_use() throws Exception {
        long version = jdbc.sql("select version from region where code = '131082'")
                .query(Long.class)
                .single();
        perform(post("/administration/regions/131082")
                        .param("code", "131082")
                        .param("nameZh", "河北省三河市")
                        .param("nameEn", "Sanhe, Hebei")
                        .param("shortZh", "三河")
                        .param("shortEn", "Sanhe")
                        .param("_active", "on")
                        .param("version", String.valueOf(version)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请先从联盟移出")));
        perform(post("/administration/regions/131082")
                        .param("code", "131082")
                        .param("nameZh", "河北省三河市（改）")
                        .param("nameEn", "Sanhe, Hebei")
                        .param("shortZh", "三河")
                        .param("shortEn", "Sanhe")
                        .param("active", "true")
                        .param("version", "999"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("河北省三河市（改）")));
    }

    @Test
    void a_park_takes_its_area_in_mu() throws Exception {
        var name = "示例𠮷园" + UUID.randomUUID().toString().substring(0, 8);
        park(name, "1500").andExpect(status().is3xxRedirection());
        assertThat(jdbc.sql("select area_sqm::int from park where name_zh = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1_000_000);
        mvc.perform(get("/administration/parks").param("q", name).with(people.as("system-admin")))
                .andExpect(content().string(containsString("1,500")));
        park(name, "1500").andExpect(status().is(422)).andExpect(content().string(containsString("该区域已有同名园区")));
        for (var wrong : List.of("-1", "0", "1.234", "99999999", "很大"))
            park(name + "x", wrong).andExpect(status().is(422));
        jdbc.sql("delete from park where name_zh = ?").param(name).update();
        catalogue.forget();
    }

    @Test
    void chains_nodes_and_edges_are_made_ordered_and_put_out_of_use() throws Exception {
        var code = "t" + UUID.randomUUID().toString().substring(0, 8);
        var chain = chain(code);
        assertThat(catalogue.chainName(chain)).isIn("示例链𠮷", "Sample chain");
        perform(chainForm(post("/administration/chains"), code))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("该代码已存在")));
        var first = node(chain, code + "-1", "甲环节" + code);
        var second = node(chain, code + "-2", "乙环节" + code);
        var third = node(chain, code + "-3", "丙环节" + code);
        assertThat(catalogue.hasNode(first)).isTrue();
        assertThat(order(chain)).containsExactly(first, second, third);
        perform(post("/administration/nodes/" + third + "/moves").param("up", "true"));
        assertThat(order(chain)).containsExactly(first, third, second);
        perform(post("/administration/nodes/" + first + "/moves").param("up", "true"));
        assertThat(order(chain)).containsExactly(first, third, second);
        edge(first, second).andExpect(flash().attribute("flash", "administration.saved"));
        edge(first, second).andExpect(flash().attribute("refused", "administration.node.linked"));
        edge(first, first).andExpect(flash().attribute("refused", "administration.node.self"));
        edge(second, third).andExpect(flash().attribute("flash", "administration.saved"));
        edge(third, first).andExpect(flash().attribute("warning", "administration.node.circle"));
        perform(post("/administration/nodes/" + third + "/edges/" + first + "/removals"));
        assertThat(jdbc.sql("select count(*) from chain_edge where upstream_id = ?")
                        .param(third)
                        .query(Integer.class)
                        .single())
                .isZero();
        perform(nodeForm(post("/administration/nodes/" + second), code + "-2", "乙环节" + code)
                        .param("_active", "on")
                        .param("version", "0"))
                .andExpect(status().is3xxRedirection());
        assertThat(catalogue.hasNode(second)).isFalse();
        jdbc.sql("delete from chain_edge where upstream_id in (?, ?)")
                .params(first, second)
                .update();
        jdbc.sql("delete from chain_node where chain_id = ?").param(chain).update();
        jdbc.sql("delete from industry_chain where id = ?").param(chain).update();
        catalogue.forget();
    }

    @Test
    void what_is_wrong_in_a_node_stands_at_its_field() throws Exception {
        var chain = jdbc.sql("select id from industry_chain order by code limit 1")
                .query(UUID.class)
                .single();
        var nodes = "/administration/chains/" + chain + "/nodes";
        perform(nodeForm(post(nodes), "坏代码", "示例环节")).andExpect(status().is(422));
        perform(nodeForm(post(nodes), "ok-code", "")).andExpect(status().is(422));
        perform(nodeForm(post(nodes), "ok-code", "长".repeat(41))).andExpect(status().is(422));
        perform(nodeForm(post(nodes), "ok-code", "a\0b")).andExpect(status().is(422));
        perform(nodeForm(post("/administration/chains/" + UUID.randomUUID() + "/nodes"), "ok-code", "示例"))
                .andExpect(status().isNotFound());
    }

    /** What the design asks: a new pair of regions needs no code. */
    @Test
    void two_new_regions_become_an_alliance_without_code() throws Exception {
        var code = "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        var page = perform(post("/administration/alliances")
                        .param("code", code)
                        .param("nameZh", "示例示范区")
                        .param("nameEn", "Sample alliance"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var alliance = Objects.requireNonNull(page);
        var id = UUID.fromString(alliance.substring(alliance.lastIndexOf('/') + 1));
        side(alliance, "AA").andExpect(status().is3xxRedirection());
        side(alliance, "BB").andExpect(status().is3xxRedirection());
        side(alliance, "BB").andExpect(status().is(422));
        place(alliance, "AA", "120000").andExpect(flash().attribute("flash", "administration.saved"));
        place(alliance, "BB", "220000").andExpect(flash().attribute("flash", "administration.saved"));
        place(alliance, "BB", "120000").andExpect(flash().attribute("refused", "administration.side.region.taken"));
        place(alliance, "AA", "131082").andExpect(flash().attribute("refused", "administration.side.region.taken"));
        place(alliance, "AA", "000000").andExpect(flash().attribute("refused", "administration.required.region"));
        var office = office("120000");
        var person = member(office);
        signedIn(person);
        perform(post(alliance + "/sides/BB")
                        .param("code", "BB")
                        .param("nameZh", "乙侧")
                        .param("nameEn", "B")
                        .param("officeId", office.toString()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("统筹单位须位于本侧区域")));
        perform(post(alliance + "/sides/AA")
                        .param("code", "AA")
                        .param("nameZh", "甲侧")
                        .param("nameEn", "A")
                        .param("officeId", office.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(sessions(person)).isZero();
        var viewer = viewers.of(person).orElseThrow();
        assertThat(viewer.allianceId()).isEqualTo(id);
        assertThat(viewer.side()).isEqualTo("AA");
        assertThat(viewer.coordinating()).isTrue();
        signedIn(person);
        perform(post(alliance + "/sides/AA/removals"))
                .andExpect(flash().attribute("refused", "administration.side.hasRegions"));
        perform(post(alliance + "/regions/120000/removals")).andExpect(status().is3xxRedirection());
        assertThat(sessions(person)).isZero();
        perform(post(alliance + "/regions/220000/removals"));
        perform(post(alliance + "/sides/AA/removals")).andExpect(flash().attribute("flash", "administration.saved"));
        jdbc.sql("delete from alliance_side where alliance_id = ?").param(id).update();
        jdbc.sql("delete from alliance where id = ?").param(id).update();
        jdbc.sql("update organization set status = 'SUSPENDED' where id = ?")
                .param(office)
                .update();
        catalogue.forget();
    }

    private ResultActions region(String code, String name) throws Exception {
        return perform(post("/administration/regions")
                .param("code", code)
                .param("nameZh", name)
                .param("nameEn", "Sample")
                .param("shortZh", "简称")
                .param("shortEn", "Sample")
                .param("functions", "PILOT")
                .param("active", "true"));
    }

    private ResultActions park(String name, String area) throws Exception {
        return perform(post("/administration/parks")
                .param("regionCode", "131082")
                .param("nameZh", name)
                .param("nameEn", "Sample park")
                .param("areaMu", area)
                .param("active", "true"));
    }

    private UUID chain(String code) throws Exception {
        return made(perform(chainForm(post("/administration/chains"), code)));
    }

    private static MockHttpServletRequestBuilder chainForm(MockHttpServletRequestBuilder request, String code) {
        return request.param("code", code)
                .param("nameZh", "示例链𠮷")
                .param("nameEn", "Sample chain")
                .param("origin", "LOCAL")
                .param("active", "true");
    }

    private UUID node(UUID chain, String code, String name) throws Exception {
        return made(perform(nodeForm(post("/administration/chains/" + chain + "/nodes"), code, name)
                .param("active", "true")));
    }

    private static MockHttpServletRequestBuilder nodeForm(
            MockHttpServletRequestBuilder request, String code, String name) {
        return request.param("code", code)
                .param("nameZh", name)
                .param("nameEn", "Sample node")
                .param("stream", "MIDSTREAM");
    }

    private ResultActions edge(UUID upstream, UUID downstream) throws Exception {
        return perform(post("/administration/nodes/" + upstream + "/edges").param("other", downstream.toString()));
    }

    private ResultActions side(String alliance, String code) throws Exception {
        return perform(post(alliance + "/sides")
                .param("code", code)
                .param("nameZh", "一侧")
                .param("nameEn", "Side"));
    }

    private ResultActions place(String alliance, String side, String region) throws Exception {
        return perform(post(alliance + "/sides/" + side + "/regions").param("region", region));
    }

    private static UUID made(ResultActions done) throws Exception {
        var page = done.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return UUID.fromString(Objects.requireNonNull(page).substring(page.lastIndexOf('/') + 1));
    }

    private List<UUID> order(UUID chain) {
        return jdbc.sql("select id from chain_node where chain_id = ? order by position, code")
                .param(chain)
                .query(UUID.class)
                .list();
    }

    private UUID office(String region) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, created_at)
                values (?, 'OFFICE', ?, ?, 'REGISTERED', now())
                """).params(id, "示例招商处" + id, region).update();
        return id;
    }

    private UUID member(UUID office) {
        var person = UUID.randomUUID();
        var membership = UUID.randomUUID();
        jdbc.sql("""
                insert into account (id, login, name, status, created_at, credentials_changed_at)
                values (?, ?, '示例人员', 'ACTIVE', now(), now())
                """).params(person, "t-" + person).update();
        jdbc.sql("insert into membership (id, account_id, organization_id, started_at) values (?, ?, ?, now())")
                .params(membership, person, office)
                .update();
        jdbc.sql("update account set current_membership_id = ? where id = ?")
                .params(membership, person)
                .update();
        return person;
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

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(people.as("system-admin")).with(csrf()));
    }
}
