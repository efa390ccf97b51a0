package org.lianqiao.events.wishes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.testing.AnEvent;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Wishes that come with the guests in a sheet of replies. */
@PortalTest
class ReplySheetTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    @Test
    void a_reply_says_whom_one_wants_to_meet_and_what_it_names_wrongly_is_shown_before() throws Exception {
        var people = new People(jdbc, viewers);
        var event = AnEvent.made(mvc, people, LocalDateTime.of(2032, 7, 3, 9, 0), 9, "OPEN", 4);
        var known = AnEvent.phone();
        event.registers("已报名", known);
        var to = mvc.perform(multipart(event.path("/guests/imports"))
                        .file(new MockMultipartFile("file", "回执.xlsx", "", sheet(known)))
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(to).with(people.as("xh-officer")))
                .andExpect(content().string(containsString("“示例无此公司”不在来宾名单和本表中")))
                .andExpect(content().string(containsString("可识别的意愿")));
        mvc.perform(post(to + "/confirmations").with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().isFound());
        assertThat(wishes(event)).containsExactly("1→2 WOULD", "2→1 MUST", "2→3 WOULD", "3→2 MUST");
    }

    /** One by organisation, by a part of its name, by the person, by the number; nobody of the own organisation. */
    private static byte[] sheet(String known) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("回执");
            var rows = new String[][] {
                {"单位名称", "姓名", "手机", "一定要见", "希望见"},
                {"示例·已报名公司", "已报名", known, "", "回执甲、回执甲"},
                {"示例·回执甲 有限公司", "甲来宾", AnEvent.phone(), "001", "乙来宾\n示例无此公司；示例·回执甲有限公司"},
                {"示例·回执乙有限公司", "乙来宾", AnEvent.phone(), "示例·回执甲有限公司", ""}
            };
            for (int r = 0; r < rows.length; r++)
                for (int c = 0; c < rows[r].length; c++) sheet.value(r, c, rows[r][c]);
        }
        return bytes.toByteArray();
    }

    private List<String> wishes(AnEvent event) {
        return jdbc.sql("""
                select f.number || '→' || t.number || ' ' || w.kind from event_wish w join event_guest f on f.id = w.from_guest
                  join event_guest t on t.id = w.to_guest where w.event_id = ? order by f.number, t.number
                """).param(event.id()).query(String.class).list();
    }
}
