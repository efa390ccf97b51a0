package org.lianqiao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.lianqiao.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What is found, by whom, and how it is typed. */
@PortalTest
class SearchTests {
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
    People people;

    Fixtures make;

    @BeforeEach
    void everythingIsFound() {
        make = new Fixtures(jdbc, transaction, events);
        within(Duration.ofSeconds(60), finder::isUpToDate);
    }

    @Test
    void an_excerpt_reads_in_the_readers_language_alone() throws Exception {
        var chinese = mvc.perform(get("/search").param("q", "动力电池包扩产"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(chinese).contains("新增年产能").doesNotContain("gigawatt");
        var english = mvc.perform(get("/search").param("q", "动力电池包扩产").param("lang", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(english).contains("gigawatt").doesNotContain("新增年产能");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the name itself|石墨烯散热膜专场第三届",
                "a two-character word|石墨",
                "a part of the name|散热膜专场",
                "traditional characters|石墨烯散熱膜專場",
                "full pinyin|shimoxi",
                "full pinyin with spaces|shi mo xi",
                "initials|smxsrmzcdsj",
                "an Arabic numeral|石墨烯散热膜专场第3届",
                "full width|石墨烯散热膜专场第３届",
                "brackets and stray spaces|石墨烯（散热膜） 专场",
                "punctuation|“石墨烯”。",
                "place and word|三河 散热膜",
                "place and word in one|三河散热膜",
                "a word of the text|柔性基板",
                "a synonym|柔性线路板基材",
                "the number|T-"
            })
    void it_is_found_as_people_type_it(String how, String typed) {
        var id = make.event("石墨烯散热膜专场第三届", "面向柔性基板与FPC基材企业。", true);
        var words = typed.equals("T-") ? "T-" + id : typed;
        within(Duration.ofSeconds(2), () -> found(words, Viewer.VISITOR).contains(id));
        assertThat(found(words, Viewer.VISITOR)).as(how).contains(id);
        make.gone(EntryKind.EVENT, id, "delete from event_host where event_id = ?");
        make.gone(EntryKind.EVENT, id, "delete from event where id = ?");
        within(Duration.ofSeconds(2), () -> !found(words, Viewer.VISITOR).contains(id));
    }

    @Test
    void a_change_is_found_within_two_seconds_and_what_it_replaced_no_longer() {
        var id = make.event("氮化镓外延片推介会", "", true);
        within(Duration.ofSeconds(2), () -> found("氮化镓外延片", Viewer.VISITOR).contains(id));
        make.gone(EntryKind.EVENT, id, "update event set name_zh = '砷化铟衬底推介会' where id = ?");
        within(Duration.ofSeconds(2), () -> found("砷化铟衬底", Viewer.VISITOR).contains(id));
        assertThat(found("氮化镓外延片", Viewer.VISITOR)).doesNotContain(id);
    }

    @Test
    void what_is_rolled_back_is_not_found() {
        transaction.executeWithoutResult(undone -> {
            make.event("从未发生的锆锭推介会", "", true);
            undone.setRollbackOnly();
        });
        assertThat(jdbc.sql("select count(*) from search_entry where title like '从未发生的锆锭%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"量子咖啡机", "鯨歌", "zzzxqy", "永动机彩票", "'; DROP TABLE", "%%%", "__", "🦄", "\uD83D"})
    void what_no_record_contains_finds_nothing(String typed) {
        assertThat(found(typed, people.viewer("tz-officer"))).isEmpty();
    }

    @Test
    void the_name_itself_stands_before_names_and_texts_that_hold_it() {
        var text = make.event("其他主题活动甲", "介绍铌酸锂薄膜的应用。", true);
        var longer = make.event("铌酸锂薄膜产业推介会", "", true);
        var itself = make.event("铌酸锂薄膜", "", true);
        within(Duration.ofSeconds(2), () -> found("铌酸锂薄膜", Viewer.VISITOR).size() >= 3);
        assertThat(found("铌酸锂薄膜", Viewer.VISITOR)).containsSubsequence(itself, longer, text);
    }

    @Test
    void a_draft_is_found_by_its_owner_alone() {
        var id = make.need("DRAFT", "寻求钇稳定锆粉供应", "内部词鎏荧绀", false, "enterprise");
        onlyFoundBy(id, "钇稳定锆粉", "enterprise");
        onlyFoundBy(id, "鎏荧绀", "enterprise");
    }

    @Test
    void a_need_without_its_owners_name_is_not_found_by_that_name() {
        var owner = jdbc.sql("select name from organization where id = ?")
                .param(make.organization("enterprise"))
                .query(String.class)
                .single();
        var id = make.need("PUBLISHED", "寻求铪丝供应", "", true, "enterprise");
        within(Duration.ofSeconds(2), () -> found("铪丝", Viewer.VISITOR).contains(id));
        assertThat(found(owner, Viewer.VISITOR)).doesNotContain(id);
        assertThat(found(owner + " 铪丝", people.viewer("tz-officer"))).doesNotContain(id);
    }

    @Test
    void an_internal_project_is_found_inside_and_a_published_one_by_its_public_words_alone() {
        var inside = make.project("INTERNAL", "钪合金中试线", "谈判底线词甲乙丙", "", "tz-officer");
        onlyFoundBy(inside, "钪合金", "tz-officer");
        onlyFoundBy(inside, "谈判底线词甲乙丙", "tz-officer");
        var open = make.project("PUBLISHED", "铼粉提纯基地", "内部底线丁戊己", "公开介绍庚辛壬", "tz-officer");
        within(Duration.ofSeconds(2), () -> found("公开介绍庚辛壬", Viewer.VISITOR).contains(open));
        assertThat(found("内部底线丁戊己", Viewer.VISITOR)).isEmpty();
        assertThat(found("内部底线丁戊己", people.viewer("tz-officer"))).isEmpty();
    }

    @Test
    void a_draft_event_is_found_by_its_hosts() {
        onlyFoundBy(make.event("钌靶材闭门会", "", false), "钌靶材", "tz-officer");
    }

    @Test
    void an_enterprise_that_one_office_courts_is_found_by_that_office() {
        onlyFoundBy(make.enterprise("KNOWN", "示例·铱坩埚秘密企业有限公司", "tz-officer"), "铱坩埚", "tz-officer");
    }

    @Test
    void a_registered_enterprise_is_found_by_staff_and_by_no_visitor_or_competitor() {
        var id = make.enterprise("REGISTERED", "示例·锇粉制备有限公司", "tz-officer");
        within(
                Duration.ofSeconds(2),
                () -> found("锇粉制备", people.viewer("sh-officer")).contains(id));
        assertThat(found("锇粉制备", people.viewer("lf-coord"))).contains(id);
        assertThat(found("锇粉制备", Viewer.VISITOR)).isEmpty();
        assertThat(found("锇粉制备", people.viewer("enterprise-sz"))).isEmpty();
    }

    /** A canary: neither results nor counts, facets, suggestions or guesses tell that it exists. */
    private void onlyFoundBy(UUID id, String word, String login) {
        within(Duration.ofSeconds(2), () -> found(word, people.viewer(login)).contains(id));
        for (var other : new String[] {"enterprise-sz", "xh-officer", "dc-reviewer", "park", "association", "auditor"})
            if (!other.equals(login)) nothingTells(word, people.viewer(other));
        nothingTells(word, Viewer.VISITOR);
    }

    private void nothingTells(String word, Viewer reader) {
        var typed = filter(word);
        var found = queries.find(typed, queries.understand(typed), reader, new org.lianqiao.shared.Paging(1, 10));
        assertThat(found.page().total()).as(reader.name()).isZero();
        assertThat(found.kinds()).isEmpty();
        assertThat(found.regions()).isEmpty();
        assertThat(found.chains()).isEmpty();
        assertThat(found.meant()).noneMatch(m -> m.contains(word));
        for (int length = 1; length <= word.length(); length++)
            assertThat(queries.suggest(queries.understand(filter(word.substring(0, length))), reader))
                    .noneMatch(hit -> hit.title().parts().stream()
                            .map(Marked.Part::text)
                            .collect(java.util.stream.Collectors.joining())
                            .contains(word));
        var almost = filter(word + "错");
        assertThat(queries.find(almost, queries.understand(almost), reader, new org.lianqiao.shared.Paging(1, 10))
                        .meant())
                .noneMatch(m -> m.contains(word));
    }

    @Test
    void a_slip_of_the_hand_is_guessed() {
        make.event("钽电容", "", true);
        within(Duration.ofSeconds(2), () -> !found("钽电容", Viewer.VISITOR).isEmpty());
        assertThat(guessed("毯电容")).contains("钽电容");
        assertThat(guessed("tandianrogn")).contains("钽电容");
        assertThat(guessed("新能元汽车")).contains("新能源汽车");
        assertThat(guessed("哭泣机床")).isEmpty();
    }

    @Test
    void a_longer_question_is_answered_by_its_parts_and_says_so() throws Exception {
        var id = make.event("测试主题丁", "机器人与血管支架展示。", true);
        within(Duration.ofSeconds(2), () -> found("血管支架展示", Viewer.VISITOR).contains(id));
        mvc.perform(get("/search").param("q", "血管支架机器人"))
                .andExpect(content().string(containsString("没有与“血管支架机器人”完全一致的内容")))
                .andExpect(content().string(containsString("/events/" + id)));
        assertThat(found("血管支架机器人", Viewer.VISITOR)).isEmpty();
    }

    @Test
    void a_page_has_facets_with_counts_and_keeps_its_state_in_the_address() throws Exception {
        make.event("锑化物探测器甲", "", true);
        make.event("锑化物探测器乙", "", true);
        make.need("PUBLISHED", "寻求锑化物探测器封装", "", false, "enterprise");
        within(Duration.ofSeconds(2), () -> found("锑化物探测器", Viewer.VISITOR).size() == 3);
        mvc.perform(get("/search").param("q", "锑化物探测器"))
                .andExpect(content().string(containsString("共 3 条")))
                .andExpect(content().string(containsString("<mark>锑化物探测器</mark>")))
                .andExpect(content().string(containsString("kind=EVENT")))
                .andExpect(content().string(containsString("region=131082")));
        mvc.perform(get("/search")
                        .param("q", "锑化物探测器")
                        .param("kind", "EVENT")
                        .param("region", "130000")
                        .param("sort", "date"))
                .andExpect(content().string(containsString("共 2 条")))
                .andExpect(content().string(containsString("kind=NEED")));
        mvc.perform(get("/search").param("q", "锑化物探测器").param("region", "320500"))
                .andExpect(content().string(containsString("没有找到")));
        mvc.perform(get("/search")
                        .param("q", "锑化物探测器")
                        .param("kind", "猫")
                        .param("chain", "1")
                        .param("page", "-1"))
                .andExpect(content().string(containsString("共 3 条")));
    }

    @Test
    void an_english_reader_reads_english() throws Exception {
        mvc.perform(get("/search").param("q", "battery").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("By relevance")))
                .andExpect(content().string(containsString("<mark>")));
    }

    @Test
    void suggestions_come_while_one_types_also_by_initials() throws Exception {
        var id = make.event("钼圆片对接会", "", true);
        within(Duration.ofSeconds(2), () -> found("钼圆片", Viewer.VISITOR).contains(id));
        for (var typed : new String[] {"钼", "钼圆", "myp", "muyuan"})
            mvc.perform(get("/search/suggestions").param("q", typed))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/events/" + id)))
                    .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get("/search/suggestions")).andExpect(content().string(not(containsString("<li"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🚗", "𠮷", "+-&&||!(){}[]^\"~*?:\\/", "*:*", "title:电池", "\uFFFD", "''", "　", "1", "的"})
    void odd_words_are_answered(String typed) throws Exception {
        var page = mvc.perform(get("/search").param("q", typed)).andReturn().getResponse();
        assertThat(page.getStatus()).isIn(200, 400);
        var list = mvc.perform(get("/search/suggestions").param("q", typed))
                .andReturn()
                .getResponse();
        assertThat(list.getStatus()).isIn(200, 400);
    }

    @Test
    void long_and_unreadable_words_are_answered() throws Exception {
        mvc.perform(get("/search").param("q", "电池 ".repeat(2000))).andExpect(status().isOk());
        mvc.perform(get("/search").param("q", "电池".repeat(2000))).andExpect(status().isOk());
        mvc.perform(get("/search").param("q", "xian".repeat(500))).andExpect(status().isOk());
        mvc.perform(get("/search").param("q", "a\0b")).andExpect(status().isBadRequest());
        mvc.perform(get("/search").param("q", "电池").param("page", "500").param("size", "50"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_search_costs_one_statement_for_its_rows() throws Exception {
        mvc.perform(get("/search").param("q", "电池"));
        assertThat(Statements.of(() -> mvc.perform(get("/search").param("q", "电池"))))
                .hasSizeLessThanOrEqualTo(3);
    }

    private java.util.List<String> guessed(String word) {
        var typed = filter(word);
        return queries.find(typed, queries.understand(typed), Viewer.VISITOR, new org.lianqiao.shared.Paging(1, 10))
                .meant();
    }

    private java.util.List<UUID> found(String typed, Viewer reader) {
        return finder.find(typed, reader);
    }

    private static SearchFilter filter(String words) {
        return new SearchFilter(words, null, null, null, null);
    }

    static void within(Duration patience, BooleanSupplier happens) {
        var until = Instant.now().plus(patience);
        while (!happens.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(until);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
