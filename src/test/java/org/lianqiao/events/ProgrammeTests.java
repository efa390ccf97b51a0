package org.lianqiao.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Refused;
import org.lianqiao.testing.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How an event is set up: agenda, slots and breaks, tables, questions, poster, calendar. */
@PortalTest
class ProgrammeTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    UUID event;

    @BeforeEach
    void anEvent() throws Exception {
        var to = mvc.perform(post("/events")
                        .param("kind", "MATCHMAKING")
                        .param("nameZh", "示例·筹备测试对接会")
                        .param("regionCode", "131024")
                        .param("placeZh", "香河会议厅")
                        .param("starts", "2031-03-05T13:30")
                        .param("ends", "2031-03-05T18:00")
                        .param("capacity", "40")
                        .param("published", "true")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        event = UUID.fromString(String.valueOf(to).substring("/events/".length()));
    }

    @Test
    void slots_are_cut_from_the_times_and_what_lies_between_is_a_break() throws Exception {
        save("meetingTimes", "14:30–15:30\n15：45至16:45", "slotMinutes", "20", "pauseMinutes", "10");
        assertThat(slots()).containsExactly("14:30-14:50", "15:00-15:20", "15:45-16:05", "16:15-16:35");
        assertThat(jdbc.sql("select count(*) from event_table where event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        mvc.perform(get("/events/" + event))
                .andExpect(content().string(containsString("一对一洽谈：4 轮，每轮 20 分钟，6 桌")))
                .andExpect(content().string(containsString("主办方致辞")));
        mvc.perform(get("/events/" + event).param("lang", "en"))
                .andExpect(content().string(containsString("Opening words")));
    }

    @Test
    void what_was_written_is_found_again_as_it_was() throws Exception {
        save("meetingTimes", "14:30-15:30", "slotMinutes", "25");
        mvc.perform(get("/events/" + event + "/programme").with(people.as("xh-officer")))
                .andExpect(content().string(containsString("13:30-13:50 主办方致辞 | Opening words")))
                .andExpect(content().string(containsString("14:30-15:30")))
                .andExpect(content().string(containsString("是否需要午餐 | Lunch?*")));
    }

    @Test
    void a_question_that_stays_keeps_its_answers_and_one_that_goes_is_no_longer_asked() throws Exception {
        save();
        var before = question("是否需要午餐");
        save("questions", "是否需要午餐\n车牌号", "version", "1");
        assertThat(question("是否需要午餐")).isEqualTo(before);
        save("questions", "车牌号", "version", "2");
        assertThat(jdbc.sql("select retired from event_question where id = ?")
                        .param(before)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_line_that_cannot_be_read_is_named_and_nothing_is_lost() throws Exception {
        for (var bad : new String[][] {
            {"agenda", "下午两点 致辞", "第 1 行“下午两点 致辞”无法识别"},
            {"agenda", "25:00-26:00 致辞", "无法识别"},
            {"agenda", "02-30 09:00 致辞", "无法识别"},
            {"agenda", "14:00-13:00 致辞", "无法识别"},
            {"agenda", "14:00", "请写明内容"},
            {"meetingTimes", "09:00-10:00", "应在活动起止时间之内"},
            {"meetingTimes", "14:30-15:30\n15:00-16:00", "不要重叠"},
            {"meetingTimes", "14:30-14:35", "每轮时长超过洽谈时间"},
            {"tables", "-1", "洽谈桌为 0 至 300"},
            {"tables", "many", "无法识别"},
            {"slotMinutes", "4", "每轮为 5 至 180 分钟"},
            {"mostMeetings", "0", "每位来宾可选 1 至 60 位"},
            {"registration", "PARTY", "无法识别"},
            {"registrationUntil", "2031-02-30T10:00", "无法识别"},
            {"wishesUntil", "2031-03-06T10:00", "意愿截止不应晚于活动开始"},
            {"questions", "问".repeat(121), "每题请不超过 120 字"},
            {"questions", "同\n同", "有两题相同"},
        })
            mvc.perform(set(bad[0], bad[1]).with(csrf()).with(people.as("xh-officer")))
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString(bad[2])));
        mvc.perform(post("/events/" + event + "/programme").with(csrf()).with(people.as("xh-officer")))
                .andExpect(status().is(422));
    }

    @Test
    void only_its_hosts_set_it_up() throws Exception {
        mvc.perform(get("/events/" + event + "/programme").with(people.as("sh-officer")))
                .andExpect(status().isForbidden());
        mvc.perform(set().with(csrf()).with(people.as("enterprise"))).andExpect(status().isForbidden());
        mvc.perform(get("/events/" + UUID.randomUUID() + "/programme").with(people.as("xh-officer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_second_editor_sees_both_versions() throws Exception {
        save();
        mvc.perform(set("meetingTimes", "16:00-17:00").with(csrf()).with(people.as("xh-lead")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("他人已先保存")))
                .andExpect(content().string(containsString("16:00-17:00")));
    }

    @Test
    void seats_that_are_given_cannot_be_taken_away_by_a_smaller_number() throws Exception {
        jdbc.sql("update event set seats_taken = 12 where id = ?").param(event).update();
        mvc.perform(post("/events/" + event)
                        .param("kind", "MATCHMAKING")
                        .param("nameZh", "示例·筹备测试对接会")
                        .param("regionCode", "131024")
                        .param("placeZh", "香河会议厅")
                        .param("starts", "2031-03-05T13:30")
                        .param("ends", "2031-03-05T18:00")
                        .param("capacity", "11")
                        .param("version", "0")
                        .with(csrf())
                        .with(people.as("xh-officer")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已有 12 人占席")));
    }

    @Test
    void the_posters_code_leads_to_the_events_page() throws Exception {
        var page = mvc.perform(get("/events/" + event + "/poster"))
                .andExpect(status().isOk())
                .andReturn();
        assertThat(page.getRequest().getSession(false)).isNull();
        var text = page.getResponse().getContentAsString();
        var found = Pattern.compile("<path d=\"([^\"]+)\"").matcher(text);
        assertThat(found.find()).isTrue();
        assertThat(read(found.group(1))).isEqualTo("http://localhost/events/" + event);
    }

    @Test
    void the_calendar_file_says_when_in_utc_and_where() throws Exception {
        mvc.perform(get("/events/" + event + "/calendar"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
                .andExpect(content().string(containsString("DTSTART:20310305T053000Z")))
                .andExpect(content().string(containsString("DTEND:20310305T100000Z")))
                .andExpect(content().string(containsString("LOCATION:香河会议厅")));
    }

    @Test
    void a_line_knows_days_dashes_and_full_width_signs() {
        var day = LocalDate.of(2031, 3, 5);
        assertThat(TimedLine.read("14：00 — 14:20　致辞\n\n03-06 09:00 参观", day, "agenda"))
                .containsExactly(
                        new TimedLine(day.atTime(14, 0), day.atTime(14, 20), "致辞"),
                        new TimedLine(LocalDateTime.of(2031, 3, 6, 9, 0), null, "参观"));
        assertThatThrownBy(() -> TimedLine.read("14:00 致辞\n随后", day, "agenda"))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.getArgs()).containsExactly(2, "随后"));
    }

    /** The form filled in, with some fields otherwise. */
    private MockHttpServletRequestBuilder set(String... otherwise) {
        var fields = new HashMap<>(Map.of(
                "registration", "OPEN",
                "agenda", "13:30-13:50 主办方致辞 | Opening words",
                "questions", "是否需要午餐 | Lunch?*",
                "tables", "6",
                "version", "0"));
        for (int i = 0; i < otherwise.length; i += 2) fields.put(otherwise[i], otherwise[i + 1]);
        var form = post("/events/" + event + "/programme");
        fields.forEach(form::param);
        return form;
    }

    private void save(String... otherwise) throws Exception {
        mvc.perform(set(otherwise).with(csrf()).with(people.as("xh-officer"))).andExpect(status().isFound());
    }

    private List<String> slots() {
        return jdbc.sql("""
                select to_char(starts_at at time zone 'Asia/Shanghai', 'HH24:MI') || '-' || to_char(ends_at at time zone 'Asia/Shanghai', 'HH24:MI')
                  from event_slot where event_id = ? order by position
                """).param(event).query(String.class).list();
    }

    private UUID question(String text) {
        return jdbc.sql("select id from event_question where event_id = ? and text_zh = ?")
                .params(event, text)
                .query(UUID.class)
                .single();
    }

    /** Draws the path as a picture, six points a module, and reads it as a phone would. */
    private static String read(String path) throws Exception {
        int scale = 6;
        int most = 0;
        var run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(path);
        var runs = run.results().toList();
        for (var r : runs) most = Math.max(most, Integer.parseInt(r.group(2)) + 5);
        int side = most * scale;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        for (var r : runs)
            for (int y = 0; y < scale; y++)
                for (int x = 0; x < Integer.parseInt(r.group(3)) * scale; x++)
                    pixels[
                            (Integer.parseInt(r.group(2)) * scale + y) * side
                                    + Integer.parseInt(r.group(1)) * scale
                                    + x] = 0;
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }
}
