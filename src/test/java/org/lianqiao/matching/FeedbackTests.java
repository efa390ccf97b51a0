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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is said of a match: who does not suit, why, who reads that, and that it counts. */
@PortalTest
class FeedbackTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Matchmaker matchmaker;

    @Autowired
    Feedback feedback;

    @Autowired
    FeedbackData data;

    @Autowired
    People people;

    Trade trade;

    @BeforeEach
    void openATrade() {
        trade = new Trade(jdbc, people, matchmaker);
    }

    @Test
    void who_does_not_suit_is_set_aside_with_the_reason_and_comes_back_when_that_is_undone() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        var path = "/matches/%s/%s".formatted(need, maker);
        mvc.perform(post(path + "/rejections")
                        .param("reason", "OTHER")
                        .param("note", "样件未过 𠮷 验证 🚗")
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/matches?need=" + need));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content()
                        .string(allOf(
                                containsString("不合适 1 家"), containsString("样件未过 𠮷 验证 🚗"), containsString("撤销"))));
        // The office that serves the owner reads it too; it is not told what it says itself to others.
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("sh-officer")))
                .andExpect(content().string(containsString("需求方认为不合适：其他：样件未过")));
        mvc.perform(post(path + "/undoings").with(people.as("enterprise")).with(csrf()))
                .andExpect(flash().attribute("flash", "matching.flash.undone"));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content().string(not(containsString("不合适 1 家"))));
        mvc.perform(post(path + "/undoings").with(people.as("enterprise")).with(csrf()))
                .andExpect(flash().attribute("refused", "matching.refused.gone"));
        assertThat(audited(need)).containsExactly("match.reject", "match.undo");
    }

    @Test
    void what_an_office_notes_is_not_told_to_the_owner() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        feedback.reject(need, maker, new RejectionForm(Unsuitable.TERMS, "曾两次爽约"), people.viewer("sh-officer"));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content().string(allOf(containsString(trade.name(maker)), not(containsString("曾两次爽约")))));
    }

    @Test
    void what_others_found_unsuitable_counts_at_a_like_need_and_is_told_to_offices_only() throws Exception {
        var one = trade.need("寻求" + trade.product, "enterprise");
        var other = trade.need("再寻求" + trade.product, "enterprise");
        var doubted = trade.maker("REGISTERED", trade.product);
        var trusted = trade.maker("REGISTERED", trade.product);
        feedback.reject(one, doubted, new RejectionForm(Unsuitable.QUALIFICATION, ""), people.viewer("enterprise"));
        var page = mvc.perform(get("/matches").param("need", other.toString()).with(people.as("sh-officer")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.indexOf(trade.name(trusted))).isBetween(0, page.indexOf(trade.name(doubted)));
        mvc.perform(get("/matches").param("need", other.toString()).with(people.as("enterprise")))
                .andExpect(content().string(not(containsString("曾被同环节"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reason=OTHER", "reason=NEVER", "reason=PRODUCT&note=long"})
    void a_reason_that_is_missing_or_unreadable_keeps_the_page_and_says_so(String sent) throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var maker = trade.maker("REGISTERED", trade.product);
        mvc.perform(post("/matches/%s/%s/rejections?%s".formatted(need, maker, sent.replace("long", "长".repeat(201))))
                        .with(people.as("enterprise"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(allOf(containsString("有内容需要修改"), containsString(trade.name(maker)))));
        assertThat(feedback.of(need)).isEmpty();
    }

    @Test
    void an_enterprise_says_not_now_and_neither_it_nor_the_owner_is_bothered_again() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        trade.produces("enterprise-sz");
        matchmaker.refresh();
        var me = people.viewer("enterprise-sz").organization();
        mvc.perform(post("/matches/%s/%s/rejections?reason=CAPACITY&note=产能已满".formatted(need, me))
                        .with(people.as("enterprise-sz"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/matches"));
        mvc.perform(get("/matches").with(people.as("enterprise-sz")))
                .andExpect(content().string(containsString("暂不考虑 1 条")));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("enterprise")))
                .andExpect(content().string(allOf(containsString("企业表示暂不考虑"), not(containsString("产能已满")))));
        feedback.takeBack(need, me, people.viewer("enterprise-sz"));
    }

    @Test
    void a_site_that_does_not_suit_is_set_aside_with_the_reason_until_that_is_undone() throws Exception {
        var offer = need("医药中试车间 3,000 ㎡ 可分割");
        var seek = need("示例·苏州园区企业寻求北方生产基地");
        var path = "/matches/%s/counterparts/%s".formatted(offer, seek);
        mvc.perform(post(path + "/rejections?reason=PRODUCT")
                        .with(people.as("park"))
                        .with(csrf()))
                .andExpect(status().is(422));
        mvc.perform(post(path + "/rejections?reason=OTHER&note=租期太短")
                        .with(people.as("park"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/matches?need=" + offer));
        mvc.perform(post(path + "/rejections?reason=TERMS")
                        .with(people.as("park"))
                        .with(csrf()))
                .andExpect(status().is(422));
        var said = "本单位认为不合适：其他：租期太短";
        mvc.perform(get("/matches").param("need", offer.toString()).with(people.as("park")))
                .andExpect(content().string(allOf(containsString(said), containsString(path + "/undoings"))));
        mvc.perform(get("/matches").param("need", offer.toString()).with(people.as("tz-officer")))
                .andExpect(content().string(containsString("需求方认为不合适：其他：租期太短")));
        mvc.perform(post(path + "/undoings").with(people.as("tz-officer")).with(csrf()))
                .andExpect(flash().attribute("refused", "matching.refused.gone"));
        mvc.perform(post(path + "/undoings").with(people.as("park")).with(csrf()));
        mvc.perform(get("/matches").param("need", offer.toString()).with(people.as("park")))
                .andExpect(content().string(not(containsString(said))));
        mvc.perform(post("/matches/%s/counterparts/%s/rejections?reason=TERMS".formatted(offer, offer))
                        .with(people.as("park"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_a_person_wrote_and_what_was_written_of_them_is_told_and_forgotten_on_request() {
        var need = trade.need("寻求" + trade.product, "enterprise");
        var author = people.viewer("enterprise").account();
        feedback.reject(
                need,
                trade.maker("REGISTERED", trade.product),
                new RejectionForm(Unsuitable.OTHER, "联系人 139-0000-7654 已离职"),
                people.viewer("enterprise"));
        feedback.reject(
                need,
                trade.maker("REGISTERED", trade.product),
                new RejectionForm(Unsuitable.TERMS, "报价过高"),
                people.viewer("sh-officer"));
        var named = new PersonalData.Person(null, "+8613900007654", "");
        assertThat(data.about(named))
                .singleElement()
                .satisfies(h -> assertThat(h.values()).containsExactly("联系人 139-0000-7654 已离职"));
        assertThat(data.about(new PersonalData.Person(author, "", "")))
                .anySatisfy(h -> assertThat(h.values()).containsExactly("联系人 139-0000-7654 已离职"));
        assertThat(data.about(new PersonalData.Person(null, "", ""))).isEmpty();
        assertThat(data.forget(named)).isEqualTo(1);
        assertThat(data.about(named)).isEmpty();
        assertThat(feedback.of(need)).extracting(Said::note).containsExactlyInAnyOrder("—", "报价过高");
    }

    private UUID need(String title) {
        return jdbc.sql("select id from need where title = ?")
                .param(title)
                .query(UUID.class)
                .single();
    }

    private java.util.List<String> audited(UUID need) {
        return jdbc.sql("select action from audit_entry where entity_id = ? and entity = 'match' order by at, id")
                .param(need)
                .query(String.class)
                .list();
    }
}
