package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class BoardTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;

    @BeforeEach
    void sitDown() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
    }

    @Test
    void a_card_goes_one_column_on_and_what_it_lacks_is_asked_for_on_its_page() throws Exception {
        var id = desk.lead("sh-officer", "示例·看板企业");
        desk.as("sh-officer", move(id, "CONTACTED")).andExpect(redirectedUrl("/ledger/" + id));
        assertThat(stage(id)).isEqualTo("LEAD");
        desk.as(
                "sh-officer",
                post("/ledger/" + id + "/follow-ups").param("channel", "CALL").param("text", "谈过了"));
        desk.as("sh-officer", move(id, "CONTACTED")).andExpect(redirectedUrl("/ledger/board?q=x"));
        assertThat(stage(id)).isEqualTo("CONTACTED");
        desk.as("sh-officer", move(id, "SIGNED")).andExpect(redirectedUrl("/ledger/" + id));
        desk.as("dc-officer", move(id, "NEGOTIATING")).andExpect(status().isForbidden());
        desk.as("tz-officer", move(id, "NEGOTIATING")).andExpect(status().isNotFound());
    }

    @Test
    void the_board_shows_what_the_list_shows_and_no_more() throws Exception {
        desk.lead("sh-officer", "示例·看板部分可见企业", "看板上不外传的事项");
        desk.as("sh-officer", get("/ledger/board?q=看板部分可见")).andExpect(content().string(containsString("看板上不外传的事项")));
        desk.as("dc-officer", get("/ledger/board?scope=SIDE&q=看板部分可见"))
                .andExpect(content().string(containsString("示例·看板部分可见企业")))
                .andExpect(content().string(not(containsString("看板上不外传的事项"))))
                .andExpect(content().string(not(containsString("draggable"))));
    }

    @Test
    void the_calendar_shows_what_is_due_on_its_day() throws Exception {
        desk.lead("sh-officer", "示例·日历企业");
        var month = YearMonth.from(LocalDate.now().plusDays(5));
        desk.as("sh-officer", get("/ledger/calendar?q=日历企业&month=" + month))
                .andExpect(content().string(containsString("电话联系")))
                .andExpect(content().string(containsString("示例·日历企业")));
        desk.as("dc-officer", get("/ledger/calendar?scope=SIDE&q=日历企业&month=" + month))
                .andExpect(content().string(not(containsString("示例·日历企业"))));
        for (var odd : new String[] {"2026-13", "x", "99999-01", "0000-00"})
            desk.as("sh-officer", get("/ledger/calendar?month=" + odd)).andExpect(status().isOk());
    }

    @Test
    void a_view_is_kept_shared_with_the_office_and_removed_by_its_owner() throws Exception {
        var name = "示例视图" + UUID.randomUUID().toString().substring(0, 8);
        desk.as(
                        "sh-officer",
                        post("/ledger/views")
                                .param("name", name)
                                .param("surface", "board")
                                .param("query", "stage=LEAD&q=%E7%94%B5")
                                .param("shared", "true"))
                .andExpect(redirectedUrl("/ledger/board?stage=LEAD&q=%E7%94%B5"));
        desk.as("sh-lead", get("/ledger"))
                .andExpect(content().string(containsString(name)))
                .andExpect(content().string(containsString("/ledger/board?stage=LEAD&amp;q=%E7%94%B5")));
        desk.as("tz-officer", get("/ledger")).andExpect(content().string(not(containsString(name))));
        var id = desk.one(UUID.class, "select id from ledger_view where name = ?", name);
        desk.as("sh-lead", post("/ledger/views/" + id + "/removal")).andExpect(status().isNotFound());
        desk.as("sh-officer", post("/ledger/views/" + id + "/removal")).andExpect(status().is3xxRedirection());
        desk.as("sh-officer", get("/ledger")).andExpect(content().string(not(containsString(name))));
        desk.as("sh-officer", post("/ledger/views").param("name", "")).andExpect(status().is3xxRedirection());
        desk.as("sh-officer", post("/ledger/views").param("name", "长".repeat(31)))
                .andExpect(status().is3xxRedirection());
        assertThat(desk.one(Integer.class, "select count(*) from ledger_view where name = ''"))
                .isZero();
    }

    @Test
    void one_comes_back_to_the_list_as_one_left_it() throws Exception {
        var id = desk.lead("sh-officer", "示例·返回企业");
        var place = Objects.requireNonNull(
                desk.as("sh-officer", get(java.net.URI.create("/ledger?stage=LEAD&q=%E7%A4%BA%E4%BE%8B")))
                        .andExpect(cookie().httpOnly("lq-ledger", true))
                        .andReturn()
                        .getResponse()
                        .getCookie("lq-ledger"));
        desk.as("sh-officer", get("/ledger/" + id).cookie(place))
                .andExpect(content().string(containsString("href=\"/ledger?stage=LEAD&amp;q=%E7%A4%BA%E4%BE%8B\"")));
        for (var odd : new String[] {"", "!!", "Ly9leGFtcGxlLmNvbQ", "amF2YXNjcmlwdDoxMjM0"})
            desk.as("sh-officer", get("/ledger/" + id).cookie(new Cookie("lq-ledger", odd)))
                    .andExpect(content().string(containsString("<a href=\"/ledger\">")));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder move(UUID id, String to) {
        return post("/ledger/board/moves")
                .param("id", id.toString())
                .param("to", to)
                .param("back", "/ledger/board?q=x");
    }

    private String stage(UUID id) {
        return desk.one(String.class, "select stage from prospect where id = ?", id);
    }
}
