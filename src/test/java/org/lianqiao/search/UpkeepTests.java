package org.lianqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The index is a copy: whatever befalls it, searches are answered and it becomes whole again. */
@PortalTest
class UpkeepTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Finder finder;

    @Autowired
    SearchQueries queries;

    @Autowired
    Upkeep upkeep;

    @Autowired
    Index index;

    @Autowired
    IndexHome home;

    @Autowired
    Runs runs;

    @Autowired
    People people;

    UUID event;

    @BeforeEach
    void somethingIsFound() {
        SearchTests.within(Duration.ofSeconds(60), () -> finder.isUpToDate() && !upkeep.isBusy());
        var known = jdbc.sql("select id from event where name_zh = '碲锌镉晶体推介会'")
                .query(UUID.class)
                .optional();
        event = known.orElseGet(() -> new Fixtures(jdbc, transaction, events).event("碲锌镉晶体推介会", "索引试验", true));
        SearchTests.within(Duration.ofSeconds(2), this::isFound);
    }

    @Test
    void a_rebuild_while_the_portal_serves_loses_no_search() {
        var rebuild = upkeep.begin(Runs.Reason.ASKED, null);
        int asked = 0;
        do {
            assertThat(isFound()).isTrue();
            asked++;
        } while (!rebuild.isDone());
        assertThat(asked).isPositive();
        assertThat(runs.latest().get(0).outcome()).isEqualTo(Runs.Outcome.DONE);
        assertThat(runs.latest().get(0).reason()).isEqualTo(Runs.Reason.ASKED);
        assertThat(runs.latest().get(0).getPercent()).isEqualTo(100);
    }

    @Test
    void what_is_lost_from_the_index_is_found_again_after_the_night() {
        index.put(List.of(event));
        SearchTests.within(Duration.ofSeconds(2), this::isLost);
        upkeep.begin(Runs.Reason.NIGHT, null).join();
        assertThat(isFound()).isTrue();
        assertThat(runs.latest().get(0).astray()).isPositive();
    }

    /** What was on its way into the index when it was emptied arrives all the same: then it is emptied again. */
    private boolean isLost() {
        index.empty();
        index.flush();
        return !isFound();
    }

    @Test
    void what_changed_or_went_behind_the_searchs_back_is_put_right_in_the_night() {
        var make = new Fixtures(jdbc, transaction, events);
        var gone = make.event("将被直接删除的锗片会", "", true);
        SearchTests.within(Duration.ofSeconds(2), () -> finds("锗片", gone));
        jdbc.sql("delete from event_host where event_id = ?").param(gone).update();
        jdbc.sql("delete from event where id = ?").param(gone).update();
        jdbc.sql("update event set summary_zh = '直接写入数据库的铥激光' where id = ?")
                .param(event)
                .update();
        assertThat(finds("铥激光", event)).isFalse();
        upkeep.begin(Runs.Reason.NIGHT, null).join();
        SearchTests.within(Duration.ofSeconds(2), () -> finds("铥激光", event));
        assertThat(finds("锗片", gone)).isFalse();
        assertThat(runs.latest().get(0).astray()).isGreaterThanOrEqualTo(2);
        upkeep.begin(Runs.Reason.NIGHT, null).join();
        assertThat(runs.latest().get(0).astray()).isZero();
    }

    @Test
    void without_an_index_the_table_answers_within_what_the_reader_may_see() throws Exception {
        var make = new Fixtures(jdbc, transaction, events);
        var draft = make.event("未公布的铷钟闭门会", "", false);
        home.incomplete();
        try {
            assertThat(isFound()).isTrue();
            assertThat(finds("铷钟", draft)).isFalse();
            assertThat(finder.find("铷钟", people.viewer("tz-officer"))).contains(draft);
            mvc.perform(get("/search")
                            .param("q", "%_\\'")
                            .param("kind", "EVENT")
                            .param("region", "131082"))
                    .andExpect(status().isOk());
            mvc.perform(get("/administration/search").with(people.as("system-admin")))
                    .andExpect(content().string(containsString("索引正在生成")));
        } finally {
            upkeep.begin(Runs.Reason.BROKEN, null).join();
        }
        assertThat(home.isComplete()).isTrue();
        assertThat(isFound()).isTrue();
    }

    @Test
    void an_index_that_is_found_broken_at_the_start_is_made_anew_while_the_table_answers() throws Exception {
        index.empty();
        index.flush();
        home.incomplete();
        upkeep.start();
        do assertThat(isFound()).isTrue();
        while (!home.isComplete());
        SearchTests.within(Duration.ofSeconds(60), () -> !upkeep.isBusy());
        assertThat(isFound()).isTrue();
        assertThat(index.size()).isGreaterThanOrEqualTo(entries());
        assertThat(runs.latest().get(0).reason()).isEqualTo(Runs.Reason.START);
    }

    @Test
    void a_stale_index_is_put_right_at_the_start() {
        jdbc.sql("update search_entry set title = '碲锌镉与铊晶体', stamp = stamp + 1 where id = ?")
                .param(event)
                .update();
        assertThat(finds("铊晶体", event)).isFalse();
        upkeep.start();
        SearchTests.within(Duration.ofSeconds(60), () -> finds("铊晶体", event));
        SearchTests.within(Duration.ofSeconds(60), () -> !upkeep.isBusy());
        assertThat(runs.latest().get(0).astray()).isPositive();
        upkeep.begin(Runs.Reason.NIGHT, null).join();
        SearchTests.within(Duration.ofSeconds(5), () -> !finds("铊晶体", event));
    }

    private long entries() {
        return jdbc.sql("select count(*) from search_entry").query(Long.class).single();
    }

    @Test
    void the_system_administrator_rebuilds_it_and_sees_how_far_it_is() throws Exception {
        mvc.perform(post("/administration/search/rebuilds")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/administration/search/progress").with(people.as("system-admin")))
                .andExpect(content().string(containsString("手动重建")));
        mvc.perform(post("/administration/search/rebuilds")
                        .with(people.as("tz-lead"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        SearchTests.within(Duration.ofSeconds(60), () -> !upkeep.isBusy());
    }

    @Test
    void a_synonym_takes_effect_as_soon_as_it_is_saved() throws Exception {
        assertThat(finds("探测器母料", event)).isFalse();
        mvc.perform(post("/administration/synonyms")
                        .param("word", "探测器母料")
                        .param("means", "碲锌镉、碲化镉")
                        .param("mutual", "false")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(finds("探测器母料", event)).isTrue();
        assertThat(finds("探测器母料晶体", event)).isTrue();
        var id = jdbc.sql("select id from search_synonym where word = '探测器母料'")
                .query(UUID.class)
                .single();
        mvc.perform(post("/administration/synonyms/" + id)
                        .param("word", "探测器母料")
                        .param("means", "碲化镉")
                        .param("mutual", "false")
                        .param("version", "7")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("碲锌镉、碲化镉")));
        mvc.perform(post("/administration/synonyms/" + id + "/removals")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(finds("探测器母料", event)).isFalse();
    }

    @Test
    void a_synonym_that_says_nothing_is_refused_at_its_field() throws Exception {
        for (var means : List.of("", "，、", "锂电", "长".repeat(41), "a ".repeat(21), "a\0b"))
            mvc.perform(post("/administration/synonyms")
                            .param("word", "锂电")
                            .param("means", means)
                            .param("mutual", "true")
                            .with(people.as("system-admin"))
                            .with(csrf()))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("value=\"锂电\"")));
        mvc.perform(post("/administration/synonyms")
                        .param("word", "锂电")
                        .param("means", "锂电池")
                        .param("mutual", "true")
                        .with(people.as("system-admin"))
                        .with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有这个词语")));
        mvc.perform(get("/administration/synonyms").param("q", "新能源车").with(people.as("system-admin")))
                .andExpect(content().string(containsString("电动汽车")));
        mvc.perform(get("/administration/synonyms/" + UUID.randomUUID()).with(people.as("system-admin")))
                .andExpect(status().isNotFound());
    }

    private boolean isFound() {
        return finds("碲锌镉", event);
    }

    private boolean finds(String words, UUID id) {
        var filter = new SearchFilter(words, null, null, null, null);
        return queries
                .find(filter, queries.understand(filter), Viewer.VISITOR, new Paging(1, 50))
                .page()
                .rows()
                .stream()
                .anyMatch(hit -> hit.id().equals(id));
    }
}
