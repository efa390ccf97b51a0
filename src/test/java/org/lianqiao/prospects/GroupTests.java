package org.lianqiao.prospects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.shared.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** 产业组团: an association brings two enterprises to Sanhe. */
@PortalTest
class GroupTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Viewers viewers;

    Desk desk;
    String one;
    String two;

    @BeforeEach
    void twoEnterprises() {
        desk = new Desk(mvc, ledger, viewers, jdbc);
        one = "示例·组团甲" + UUID.randomUUID();
        two = "示例·组团乙" + UUID.randomUUID();
    }

    @Test
    void the_office_sees_names_alone_until_each_enterprise_confirms_for_itself() throws Exception {
        var group = sent(send(Tokens.next(), lines()));
        desk.as("sh-officer", get(group))
                .andExpect(content().string(containsString(one)))
                .andExpect(content().string(containsString("待企业确认")))
                .andExpect(content().string(not(containsString("甲某"))));
        var link = link("a@example.cn");
        mvc.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(containsString("确认参加")));
        mvc.perform(post(link).with(csrf()).param("agrees", "yes")).andExpect(status().is3xxRedirection());
        mvc.perform(post(link).with(csrf()).param("agrees", "yes")).andExpect(status().is(422));
        mvc.perform(post(link("+8613800007777")).with(csrf()).param("agrees", "no"))
                .andExpect(status().is3xxRedirection());
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect p join organization o on o.id = p.organization_id where o.name in (?, ?)",
                        one,
                        two))
                .isEqualTo(1);
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect_introducer where organization_id = ?"
                                + " and prospect_id in (select prospect_id from prospect_group_member)",
                        desk.viewer("association").organizationId()))
                .isPositive();
        assertThat(desk.one(
                        Integer.class,
                        "select count(*) from prospect_group_member where name in (?, ?) and (contact_name <> '' or reach <> '')",
                        one,
                        two))
                .isZero();
        desk.as("association", get(group))
                .andExpect(content().string(containsString("已确认，进入台账")))
                .andExpect(content().string(containsString("不参加")))
                .andExpect(content().string(not(containsString("/ledger/"))));
        desk.as("dc-officer", get(group)).andExpect(status().isNotFound());
    }

    @Test
    void two_clicks_send_one_group() throws Exception {
        var token = Tokens.next();
        assertThat(sent(send(token, lines()))).isEqualTo(sent(send(token, lines())));
        assertThat(desk.one(Integer.class, "select count(*) from prospect_group_member where name = ?", one))
                .isEqualTo(1);
    }

    @Test
    void a_line_that_cannot_be_read_is_named_and_nothing_is_sent() throws Exception {
        send(Tokens.next(), one + "，甲某，12")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("第 1 行")))
                .andExpect(content().string(containsString(one.substring(one.indexOf("组团")))));
        send(Tokens.next(), one + "，91350100M000100Y44，甲某，13800007777").andExpect(status().is(422));
        send(Tokens.next(), "").andExpect(status().is(422));
        assertThat(desk.one(Integer.class, "select count(*) from prospect_group_member where name = ?", one))
                .isZero();
    }

    private String lines() {
        return one + "，甲某，a@example.cn\n" + two + ", 乙某, 13800007777\n";
    }

    private ResultActions send(String token, String lines) throws Exception {
        return mvc.perform(multipart("/groups")
                .file(new MockMultipartFile(
                        "file", "授权书.pdf", "application/pdf", "%PDF-1.4 示例".getBytes(StandardCharsets.UTF_8)))
                .param("token", token)
                .param("office", String.valueOf(desk.viewer("sh-officer").organizationId()))
                .param("matter", "组团生产基地")
                .param("lines", lines)
                .with(desk.people().as("association"))
                .with(csrf()));
    }

    private static String sent(ResultActions answer) throws Exception {
        return answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    /** The personal link, from the last message to this person. */
    private String link(String recipient) {
        var body = desk.one(
                String.class,
                "select body from outbox_message where body like '%/confirmations/%' and recipient = ? order by created_at desc limit 1",
                recipient);
        return body.substring(body.indexOf("/confirmations/")).strip();
    }
}
