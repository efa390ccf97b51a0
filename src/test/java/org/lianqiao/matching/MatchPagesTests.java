package org.lianqiao.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Matches as people see them: who fits, why, and for whose eyes. */
@PortalTest
class MatchPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Matchmaker matchmaker;

    @Autowired
    People people;

    Trade trade;

    @BeforeEach
    void openATrade() {
        trade = new Trade(jdbc, people, matchmaker);
    }

    @Test
    void a_need_that_fits_by_the_words_alone_is_seen_by_the_enterprise_and_by_the_owner() throws Exception {
        // Of characters that no product has, whatever other tests let this enterprise make.
        var word = new java.util.Random()
                .ints(4, 0x9000, 0x9F00)
                .mapToObj(Character::toString)
                .collect(java.util.stream.Collectors.joining());
        var need = trade.need("寻求" + word, "enterprise");
        var me = people.viewer("enterprise-sz").organization();
        var industry = jdbc.sql("select industry_text from organization where id = ?")
                .param(me)
                .query(String.class)
                .single();
        jdbc.sql("update organization set industry_text = ? where id = ?")
                .params(word, me)
                .update();
        matchmaker.refresh();
        var because = "名称、产品或行业中提到“" + word + "”";
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content()
                        .string(allOf(
                                containsString(people.viewer("enterprise-sz").organizationName()),
                                containsString(because))));
        mvc.perform(get("/matches?size=50").with(people.as("enterprise-sz")))
                .andExpect(content().string(allOf(containsString("寻求" + word), containsString(because))));
        jdbc.sql("update organization set industry_text = ? where id = ?")
                .params(industry, me)
                .update();
    }

    @Test
    void the_owner_sees_who_fits_and_why_in_both_languages() throws Exception {
        var need = trade.need("寻求" + trade.product + "就近供应", "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(trade.name(maker)),
                                containsString("高度匹配"),
                                containsString("可提供" + trade.product + "，与所需“" + trade.product + "”一致"))));
        mvc.perform(get("/matches")
                        .param("need", need.toString())
                        .param("lang", "en")
                        .with(people.as("enterprise")))
                .andExpect(content().string(containsString("Offers " + trade.product)));
        mvc.perform(get("/needs/" + need).with(people.as("enterprise")))
                .andExpect(content().string(allOf(containsString("匹配结果"), containsString(trade.name(maker)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dc-officer", "enterprise-sz", "park", "joint"})
    void whom_a_need_does_not_concern_sees_no_match_of_it(String stranger) throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/needs/" + need).with(people.as(stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(trade.name(maker)))));
        mvc.perform(post("/matches/%s/%s/invitations".formatted(need, maker))
                        .with(people.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh-officer", "tz-officer", "lf-coord"})
    void the_office_of_the_region_and_the_coordinating_ones_see_them(String office) throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as(office)))
                .andExpect(content().string(containsString(trade.name(maker))));
        mvc.perform(get("/matches?size=50").with(people.as(office)))
                .andExpect(content().string(containsString(trade.product)));
    }

    @Test
    void a_canary_is_told_to_nobody_who_may_not_see_it() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var noted = trade.maker("KNOWN", trade.product);
        var left = trade.maker("SUSPENDED", trade.product);
        for (var hidden : new UUID[] {noted, left}) {
            for (var reader : new String[] {"enterprise", "tz-officer", "lf-coord", "association"}) {
                mvc.perform(get("/matches").param("need", need.toString()).with(people.as(reader)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString(trade.name(hidden)))));
                mvc.perform(post("/matches/%s/%s/rejections?reason=PRODUCT".formatted(need, hidden))
                                .with(people.as(reader))
                                .with(csrf()))
                        .andExpect(status().isNotFound());
            }
        }
        // The office that noted it sees it, and cannot invite who has no account.
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("sh-officer")))
                .andExpect(content().string(allOf(containsString(trade.name(noted)), containsString("未入驻"))));
        mvc.perform(post("/matches/%s/%s/invitations".formatted(need, noted))
                        .with(people.as("sh-officer"))
                        .with(csrf()))
                .andExpect(flash().attribute("refused", "matching.refused.unregistered"));
    }

    @Test
    void whoever_leaves_after_the_snapshot_is_not_named_any_more() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        jdbc.sql("update organization set status = 'SUSPENDED' where id = ?")
                .param(maker)
                .update();
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("sh-officer")))
                .andExpect(content().string(not(containsString(trade.name(maker)))));
    }

    @Test
    void who_asks_to_be_left_out_is_seen_by_offices_only() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        jdbc.sql(
                        "insert into match_silence (organization_id, chosen_by, chosen_at) select ?, id, now() from account where login = 'enterprise'")
                .param(maker)
                .update();
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content().string(not(containsString(trade.name(maker)))));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("sh-officer")))
                .andExpect(content().string(containsString(trade.name(maker))));
    }

    @Test
    void a_need_under_review_is_matched_to_nobody() throws Exception {
        trade.produces("enterprise-sz");
        var need = trade.need("寻求" + trade.product, "enterprise");
        matchmaker.refresh();
        mvc.perform(get("/matches?size=50").with(people.as("enterprise-sz")))
                .andExpect(content().string(containsString("寻求" + trade.product)));
        jdbc.sql("update need set state = 'SUBMITTED' where id = ?").param(need).update();
        mvc.perform(get("/matches?size=50").with(people.as("enterprise-sz")))
                .andExpect(content().string(not(containsString("寻求" + trade.product))));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_large_need_is_not_for_a_micro_enterprise_and_the_page_says_so() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        jdbc.sql("update need set amount_yuan = 120000000 where id = ?")
                .param(need)
                .update();
        var micro = trade.maker("REGISTERED", trade.product);
        jdbc.sql("update organization set size = 'MICRO' where id = ?")
                .param(micro)
                .update();
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content().string(containsString("企业规模为微型，难以承接 1.2 亿元 的需求")));
    }

    @Test
    void a_site_that_is_too_small_is_set_aside_and_the_page_says_by_how_much() throws Exception {
        var small = jdbc.sql("select id from need where title like '%医药中试车间 3,000%'")
                .query(UUID.class)
                .single();
        mvc.perform(get("/matches").param("need", small.toString()).with(people.as("park")))
                .andExpect(content().string(containsString("面积 3,000 ㎡，不足所需 6,000 ㎡")));
        mvc.perform(get("/matches").with(people.as("park")))
                .andExpect(content().string(containsString("满足所需 6,000 ㎡")));
    }

    @Test
    void the_pages_cost_the_same_however_many_match() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        trade.maker("REGISTERED", trade.product);
        var page = get("/matches").param("need", need.toString()).with(people.as("enterprise"));
        mvc.perform(page);
        int before = Statements.of(() -> mvc.perform(page)).size();
        for (int i = 0; i < 5; i++) trade.maker("REGISTERED", trade.product);
        mvc.perform(page);
        assertThat(Statements.of(() -> mvc.perform(page))).hasSizeLessThanOrEqualTo(before);
        assertThat(before).isLessThanOrEqualTo(8);
    }

    @Test
    void the_first_snapshot_comes_in_the_background() {
        assertThat(matchmaker.isReady(Duration.ofSeconds(20))).isTrue();
    }
}
