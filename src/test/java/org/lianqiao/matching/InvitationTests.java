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

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who is invited or recommended hears of it once; so does an owner of new matches. */
@PortalTest
class InvitationTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Matchmaker matchmaker;

    @Autowired
    Feedback feedback;

    @Autowired
    MatchNotices notices;

    @Autowired
    People people;

    Trade trade;

    @BeforeEach
    void openATrade() {
        trade = new Trade(jdbc, people, matchmaker);
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

    private int told(String login, String link) {
        return jdbc.sql("""
                select count(*) from notification n join account a on a.id = n.account_id where a.login = ? and n.link = ?
                """).params(login, link).query(Integer.class).single();
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
