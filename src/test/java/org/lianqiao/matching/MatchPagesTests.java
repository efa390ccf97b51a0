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

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Matches as people see them: who fits, why, for whose eyes, and what is said of it. */
@PortalTest
class MatchPagesTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    Matchmaker matchmaker;

    @Autowired
    Feedback feedback;

    @Autowired
    MatchNotices notices;

    People people;
    Trade trade;

    @BeforeEach
    void openATrade() {
        people = new People(jdbc, viewers);
        trade = new Trade();
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
    void an_invitation_reaches_the_enterprise_once_and_leads_to_an_intent() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        trade.produces("enterprise-sz");
        matchmaker.refresh();
        var invited = people.viewer("enterprise-sz").organization();
        var path = "/matches/%s/%s".formatted(need, invited);
        for (int i = 0; i < 2; i++) {
            mvc.perform(post(path + "/invitations")
                            .with(people.as("enterprise"))
                            .with(csrf()))
                    .andExpect(flash().attribute("flash", "matching.flash.invited"));
            mvc.perform(post(path + "/undoings").with(people.as("enterprise")).with(csrf()));
        }
        mvc.perform(post(path + "/invitations").with(people.as("sh-officer")).with(csrf()))
                .andExpect(flash().attribute("flash", "matching.flash.invited"));
        mvc.perform(post(path + "/invitations").with(people.as("enterprise")).with(csrf()))
                .andExpect(flash().attribute("refused", "matching.refused.twice"));
        assertThat(told("enterprise-sz", "/needs/" + need)).isEqualTo(1);
        mvc.perform(get("/needs/" + need).with(people.as("enterprise-sz")))
                .andExpect(content()
                        .string(allOf(containsString("本单位受邀对接此需求"), containsString("/intents/new?need=" + need))));
        mvc.perform(get("/matches").with(people.as("enterprise-sz")))
                .andExpect(content().string(containsString("寻求" + trade.product)));
    }

    @Test
    void who_seeks_without_its_name_invites_without_it() {
        var need = trade.need("寻求" + trade.product, "enterprise");
        jdbc.sql("update need set anonymous = true where id = ?").param(need).update();
        trade.produces("enterprise-sz");
        matchmaker.refresh();
        feedback.invite(need, people.viewer("enterprise-sz").organization(), people.viewer("enterprise"));
        var args = jdbc.sql("select array_to_string(args, '|') from notification where link = ?")
                .param("/needs/" + need)
                .query(String.class)
                .single();
        assertThat(args).contains(trade.product).doesNotContain("安途");
    }

    @Test
    void of_two_who_invite_at_once_one_does() throws Exception {
        var need = trade.need("寻求" + trade.product, "enterprise");
        trade.produces("enterprise-sz");
        matchmaker.refresh();
        var invited = people.viewer("enterprise-sz").organization();
        Callable<Boolean> click = () -> {
            try {
                feedback.invite(need, invited, people.viewer("enterprise"));
                return true;
            } catch (Refused twice) {
                return false;
            }
        };
        try (var hands = new Hands()) {
            assertThat(hands.all(click, click, click, click)).containsOnlyOnce(true);
        }
        assertThat(told("enterprise-sz", "/needs/" + need)).isEqualTo(1);
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
    void an_association_recommends_its_members_and_gets_the_credit() throws Exception {
        var need = trade.need("寻求" + trade.product, "dc-officer");
        var member = trade.maker("REGISTERED", trade.product);
        var association = people.viewer("association").organization();
        mvc.perform(get("/matches?size=50").with(people.as("association")))
                .andExpect(content().string(not(containsString(trade.name(member)))));
        jdbc.sql(
                        "insert into association_membership (id, association_id, member_id, state, asked_at, agreed_at) values (?, ?, ?, 'AGREED', now(), now())")
                .params(Ids.next(), association, member)
                .update();
        mvc.perform(get("/matches").param("member", member.toString()).with(people.as("association")))
                .andExpect(content()
                        .string(allOf(
                                containsString(trade.name(member)),
                                containsString("/intents/new?need=" + need + "&amp;member=" + member))));
        mvc.perform(post("/matches/%s/%s/invitations".formatted(need, member))
                        .with(people.as("association"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/matches"));
        mvc.perform(get("/matches").param("need", need.toString()).with(people.as("dc-officer")))
                .andExpect(content().string(containsString("由北京市协同发展服务促进会推荐")));
        mvc.perform(get("/intents/new?need=%s&member=%s".formatted(need, member))
                        .with(people.as("association")))
                .andExpect(content().string(containsString("value=\"" + member + "\" selected")));
    }

    @Test
    void the_owner_is_told_once_of_new_strong_matches() {
        var need = trade.need("寻求" + trade.product, "enterprise");
        trade.maker("REGISTERED", trade.product);
        var hidden = trade.maker("KNOWN", trade.product);
        notices.tell(need);
        notices.tell(need);
        assertThat(told("enterprise", "/matches?need=" + need)).isEqualTo(1);
        trade.maker("REGISTERED", trade.product);
        notices.tell(need);
        assertThat(told("enterprise", "/matches?need=" + need)).isEqualTo(2);
        assertThat(jdbc.sql("select organization_id from match_noticed where need_id = ?")
                        .param(need)
                        .query(UUID.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotContain(hidden);
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

    private int told(String login, String link) {
        return jdbc.sql("""
                select count(*) from notification n join account a on a.id = n.account_id where a.login = ? and n.link = ?
                """).params(login, link).query(Integer.class).single();
    }

    private java.util.List<String> audited(UUID need) {
        return jdbc.sql("select action from audit_entry where entity_id = ? and entity = 'match' order by at, id")
                .param(need)
                .query(String.class)
                .list();
    }

    /** A product that nobody else makes, so that no other test's matches mix in. */
    private final class Trade {
        final String product = "示例" + UUID.randomUUID().toString().substring(0, 8) + "阀";

        UUID need(String title, String login) {
            var viewer = people.viewer(login);
            var id = Ids.next();
            jdbc.sql("""
                    insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description, chain_id,
                           node_id, region_code, expires_on, published_at, created_at, updated_at)
                    select :id, :number, :org, :by, 'PUBLISHED', 'SEEK', 'FILL', 'PRODUCT', :title, '测试用需求，随测试生灭。', n.chain_id, n.id,
                           :region, :until, now(), now(), now() from chain_node n where n.name_zh = '热管理部件'
                    """)
                    .param("id", id)
                    .param("number", "T-" + id)
                    .param("org", viewer.organization())
                    .param("by", viewer.account())
                    .param("title", title)
                    .param("region", viewer.organizationRegion())
                    .param("until", LocalDate.now().plusDays(30))
                    .update();
            matchmaker.refresh();
            return id;
        }

        UUID maker(String status, String product) {
            var id = Ids.next();
            jdbc.sql("""
                    insert into organization (id, kind, name, region_code, status, size, created_at, created_by, registered_at)
                    select :id, 'ENTERPRISE', :name, '131082', :status, 'MEDIUM', now(), a.id, now() from account a where a.login = 'sh-officer'
                    """)
                    .param("id", id)
                    .param("name", name(id))
                    .param("status", status)
                    .update();
            jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, 0)")
                    .params(id, product)
                    .update();
            matchmaker.refresh();
            return id;
        }

        /** The enterprise of this person makes it as well. */
        void produces(String login) {
            jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, 9)")
                    .params(people.viewer(login).organization(), product)
                    .update();
        }

        String name(UUID enterprise) {
            return "示例·试" + enterprise + "有限公司";
        }
    }

    /** Several people who click at the same moment. */
    private static final class Hands implements AutoCloseable {
        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(4);

        @SafeVarargs
        final java.util.List<Boolean> all(Callable<Boolean>... clicks) throws InterruptedException {
            return pool.invokeAll(Stream.of(clicks).toList()).stream()
                    .map(f -> {
                        try {
                            return f.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
