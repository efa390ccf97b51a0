package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class AbandonedTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Abandoned abandoned;

    @Test
    void a_registration_never_sent_goes_with_its_licence_and_its_name() throws Exception {
        var left =
                UUID.fromString(new Applicant(mvc, jdbc, "示例·半途有限公司").filled().id());
        var begun =
                UUID.fromString(new Applicant(mvc, jdbc, "示例·在填有限公司").filled().id());
        var waiting = UUID.fromString(
                new Applicant(mvc, jdbc, "示例·待审有限公司").submitted().id());
        var licence = jdbc.sql("select licence_file_id from registration where id = ?")
                .param(left)
                .query(UUID.class)
                .single();
        jdbc.sql("update registration set created_at = now() - interval '31 days' where id in (?, ?)")
                .params(left, waiting)
                .update();
        abandoned.tidy();
        assertThat(count("registration", left)).isZero();
        assertThat(count("stored_file", licence)).isZero();
        assertThat(jdbc.sql("select given_by_name from consent where subject_id = ? and withdrawn_at is not null")
                        .param(left)
                        .query(String.class)
                        .list())
                .containsExactly("");
        assertThat(count("registration", begun)).as("still being written").isOne();
        assertThat(count("registration", waiting)).as("sent").isOne();
    }

    @Test
    void codes_and_failures_of_yesterday_go_the_rest_stays() {
        var code = UUID.randomUUID();
        jdbc.sql("""
                insert into verification_code (id, purpose, channel, target, code_hash, created_at, expires_at)
                values (?, 'JOIN', 'SMS', '+8613900000009', 'x', now() - interval '3 days', now() - interval '3 days')
                """).param(code).update();
        jdbc.sql("""
                insert into sign_in_guard (login_key, failures, last_failed_at, locked_until)
                values ('old', 1, now() - interval '2 days', null), ('new', 1, now(), null)
                """).update();
        abandoned.tidy();
        assertThat(count("verification_code", code)).isZero();
        assertThat(jdbc.sql("select login_key from sign_in_guard where login_key in ('old', 'new')")
                        .query(String.class)
                        .list())
                .containsExactly("new");
        jdbc.sql("delete from sign_in_guard where login_key = 'new'").update();
    }

    private int count(String table, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
