package org.lianqiao.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class SignInGuardTests {
    private static final String HERE = "127.0.0.1";
    private static final String IN = "/desk";
    private static final String REFUSED = "/sign-in?failed";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Memberships memberships;

    @Autowired
    Viewers viewers;

    @Autowired
    SignInGuard guard;

    @Autowired
    Settings settings;

    @Test
    void repeated_failures_slow_down_and_then_lock_a_name_whether_or_not_it_exists() throws Exception {
        for (var name : new String[] {someone(), "nobody-" + UUID.randomUUID()}) {
            fail(name, 2, HERE);
            assertThat(guard.isLocked(name)).as("two mistakes").isFalse();
            fail(name, 1, HERE);
            assertThat(secondsLocked(name)).as("a pause").isBetween(0.0, 1.0);
            fail(name, 2, HERE);
            assertThat(secondsLocked(name)).as("a lock").isBetween(14 * 60.0, 15 * 60.0);
            assertThat(signIn(name, Applicant.PASSWORD, HERE)).isEqualTo(REFUSED);
        }
    }

    @Test
    void two_mistakes_and_the_right_password_begin_anew() throws Exception {
        var name = someone();
        for (int i = 0; i < 4; i++) {
            fail(name, 2, HERE);
            assertThat(signIn(name, Applicant.PASSWORD, HERE)).isEqualTo(IN);
        }
    }

    @Test
    void failures_of_yesterday_are_forgotten() throws Exception {
        var name = someone();
        fail(name, 5, HERE);
        jdbc.sql(
                        "update sign_in_guard set locked_until = now(), last_failed_at = now() - interval '25 hours' where locked_until > now()")
                .update();
        fail(name, 1, HERE);
        assertThat(guard.isLocked(name)).isFalse();
    }

    @Test
    void an_address_from_which_many_names_are_tried_is_locked_for_all_names() throws Exception {
        var name = someone();
        for (int i = 0; i < settings.number("sign-in.address-failures", 50); i++)
            guard.failed("guessed-" + UUID.randomUUID(), Network.of("2001:db8:1:2::" + Integer.toHexString(i + 1)));
        assertThat(signIn(name, Applicant.PASSWORD, "2001:db8:1:2:ffff::1")).isEqualTo(REFUSED);
        assertThat(signIn(name, Applicant.PASSWORD, "2001:db8:1:3::1")).isEqualTo(IN);
    }

    @Test
    void this_machine_is_never_locked_for_it_may_be_a_proxy() throws Exception {
        for (int i = 0; i < settings.number("sign-in.address-failures", 50); i++)
            guard.failed("guessed-" + UUID.randomUUID(), Network.of(HERE));
        assertThat(signIn(someone(), Applicant.PASSWORD, HERE)).isEqualTo(IN);
    }

    @Test
    void nobody_hides_behind_a_header_of_his_own() throws Exception {
        for (var address : new String[] {"198.51.100.7", "dead.beef.example", "::1", ""})
            assertThat(Network.of(address).name()).isNotNull();
        assertThat(Network.of("dead.beef.example").thisMachine()).isFalse();
        assertThat(Network.of("::1").thisMachine()).isTrue();
        assertThat(Network.of("::ffff:198.51.100.7")).isEqualTo(Network.of("198.51.100.7"));
    }

    private String someone() {
        var phone = Applicant.freshPhone();
        Company.founded(jdbc, memberships, viewers).person(phone, Role.MEMBER);
        return phone;
    }

    private void fail(String name, int times, String address) throws Exception {
        for (int i = 0; i < times; i++)
            assertThat(signIn(name, "wrong-password-1", address)).isEqualTo(REFUSED);
    }

    /** @return where it leads */
    private String signIn(String name, String password, String address) throws Exception {
        return String.valueOf(mvc.perform(post("/sign-in")
                        .param("login", name)
                        .param("password", password)
                        .with(csrf())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private double secondsLocked(String name) {
        return guard.isLocked(name)
                ? jdbc.sql(
                                "select extract(epoch from max(locked_until) - now()) from sign_in_guard where last_failed_at = (select max(last_failed_at) from sign_in_guard)")
                        .query(Double.class)
                        .single()
                : -1;
    }
}
