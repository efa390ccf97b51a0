package org.lianqiao.events.wishes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.Ids;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who fits whom at an event, and why. */
@PortalTest
class WishOrderTests {
    private static final String PRODUCT = "示例磁浮承托件";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Autowired
    Matchmaker matchmaker;

    AnEvent event;
    final List<String> pages = new ArrayList<>();
    UUID buyer = Ids.next();
    UUID maker = Ids.next();

    /** The first guest comes from an enterprise that seeks what the third one's makes; nobody makes it beside. */
    @BeforeEach
    void aBuyerAStrangerAndAMaker() throws Exception {
        event = AnEvent.made(mvc, new People(jdbc, viewers), LocalDateTime.of(2032, 7, 2, 9, 0), 9, "OPEN", 4);
        for (var name : List.of("买某某", "路某某", "造某某")) pages.add(event.registers(name, AnEvent.phone()));
        comesFrom(1, buyer);
        comesFrom(3, maker);
        jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, 0)")
                .params(maker, PRODUCT)
                .update();
        jdbc.sql("""
                insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description, chain_id,
                       node_id, region_code, expires_on, published_at, created_at, updated_at)
                select :id, :number, :org, (select id from account where login = 'enterprise'), 'PUBLISHED', 'SEEK', 'FILL', 'PRODUCT', :title, '',
                       n.chain_id, n.id, '110112', current_date + 30, now(), now(), now() from chain_node n where n.name_zh = '热管理部件'
                """)
                .param("id", Ids.next())
                .param("number", "T-" + buyer)
                .param("org", buyer)
                .param("title", "寻求" + PRODUCT)
                .update();
        matchmaker.refresh();
    }

    private void comesFrom(int number, UUID organization) {
        jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, size, created_at, created_by, registered_at)
                select ?, 'ENTERPRISE', ?, '131082', 'REGISTERED', 'MEDIUM', now(), id, now() from account where login = 'sh-officer'
                """).params(organization, "示例·遇" + organization).update();
        jdbc.sql("update event_guest set organization_id = ? where id = ?")
                .params(organization, guest(number))
                .update();
    }

    @Test
    void who_makes_what_one_seeks_comes_first_and_reads_the_reason_from_the_other_side() throws Exception {
        shows(0, containsString("可提供" + PRODUCT + "，与所需“" + PRODUCT + "”一致"));
        shows(0, stringContainsInOrder(List.of("wish-" + guest(3), "wish-" + guest(2))));
        shows(2, containsString("正在寻求“" + PRODUCT + "”，可由您提供" + PRODUCT));
        shows(2, stringContainsInOrder(List.of("wish-" + guest(1), "wish-" + guest(2))));
    }

    @Test
    void an_anonymous_need_and_an_enterprise_that_asked_to_be_left_out_give_no_reason() throws Exception {
        jdbc.sql("update need set anonymous = true where organization_id = ?")
                .param(buyer)
                .update();
        shows(2, not(containsString("正在寻求")));
        jdbc.sql("update need set anonymous = false where organization_id = ?")
                .param(buyer)
                .update();
        jdbc.sql(
                        "insert into match_silence (organization_id, chosen_by, chosen_at) select ?, id, now() from account where login = 'enterprise'")
                .param(maker)
                .update();
        shows(0, not(containsString("可提供" + PRODUCT)));
        shows(2, not(containsString("可由您提供")));
    }

    @Test
    void who_only_names_an_enterprise_is_found_by_what_is_public_of_it() throws Exception {
        jdbc.sql("update event_guest set organization_id = null, organization_name = ? where id = ?")
                .params("示例·遇 " + maker, guest(3))
                .update();
        shows(0, containsString("可提供" + PRODUCT));
    }

    @Test
    void what_one_seeks_in_words_is_found_in_what_another_says() throws Exception {
        says(1, "毛线，寻求座舱屏幕");
        says(2, "线束，寻求座舱屏幕");
        says(3, "座舱屏幕与仪表");
        shows(1, containsString("介绍中提到您寻求的“座舱屏幕”"));
        shows(2, containsString("寻求“座舱屏幕”，与您的介绍相符"));
        says(3, "纺织品");
        shows(1, not(containsString("介绍中提到您寻求的")));
    }

    private void says(int number, String about) {
        jdbc.sql("update event_guest set about = ? where id = ?")
                .params(about, guest(number))
                .update();
    }

    private void shows(int page, Matcher<String> what) throws Exception {
        mvc.perform(get(pages.get(page) + "/wishes")).andExpect(content().string(what));
    }

    private UUID guest(int number) {
        return jdbc.sql("select id from event_guest where event_id = ? and number = ?")
                .params(event.id(), number)
                .query(UUID.class)
                .single();
    }
}
