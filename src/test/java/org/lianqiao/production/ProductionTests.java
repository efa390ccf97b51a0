package org.lianqiao.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianqiao.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Production starts only where nothing of the demonstration is left in it. */
@PortalTest
class ProductionTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void starts_where_everything_is_set() throws Exception {
        assertThat(ProductionSettings.problems(production())).isEmpty();
    }

    @Test
    void says_everything_that_an_empty_environment_lacks() throws Exception {
        var problems = ProductionSettings.problems(environment());
        assertThat(problems)
                .extracting(Problem::remedy)
                .satisfiesExactly(
                        r -> assertThat(r).startsWith("LIANQIAO_DATABASE_URL="),
                        r -> assertThat(r).startsWith("LIANQIAO_DATABASE_PASSWORD="),
                        r -> assertThat(r).startsWith("LIANQIAO_BASE_URL="),
                        r -> assertThat(r).startsWith("LIANQIAO_MAIL_HOST="),
                        r -> assertThat(r).startsWith("LIANQIAO_MAIL_FROM="));
    }

    @ParameterizedTest
    @CsvSource({
        "LIANQIAO_DATABASE_PASSWORD, postgres, well known",
        "LIANQIAO_DATABASE_PASSWORD, Lianqiao#2026, well known",
        "LIANQIAO_DATABASE_PASSWORD, short, shorter than 12",
        "LIANQIAO_DATABASE_URL, jdbc:h2:mem:x, the database is not named",
        "lianqiao.postgres.embedded, true, for trying out",
        "lianqiao.demo, true, demo data is switched on",
        "LIANQIAO_BASE_URL, http://portal.example.cn, without TLS",
        "LIANQIAO_BASE_URL, https://, without TLS",
        "lianqiao.secure-cookies, false, without TLS",
        "LIANQIAO_MAIL_FROM, portal@localhost, no sender",
        "LIANQIAO_SMS_URL, https://sms.example.cn, lianqiao.sms.token is missing",
    })
    void refuses_what_is_unsafe_and_says_why(String variable, String value, String why) throws Exception {
        var problems = ProductionSettings.problems(production().withProperty(variable, value));
        assertThat(problems)
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains(why);
    }

    @Test
    void asks_for_nothing_outside_production() {
        assertThat(ProductionSettings.problems(new StandardEnvironment())).isEmpty();
    }

    @Test
    void refuses_a_database_that_ever_held_the_demo_data() {
        assertThatThrownBy(() -> new NoDemoData(jdbc).afterPropertiesSet())
                .isInstanceOf(NotReady.class)
                .hasMessageContaining("demo data");
    }

    @Test
    void lists_every_reason_with_its_remedy_instead_of_a_stack_trace() {
        var said = new NotReadyAnalyzer()
                .analyze(new IllegalStateException(
                        new NotReady(List.of(new Problem("no address", "A=1"), new Problem("no mail", "B=2")))));
        assertThat(said.getDescription()).contains("no address", "no mail");
        assertThat(said.getAction()).contains("A=1", "B=2");
    }

    /** The settings of {@code application-prod.yml}, over an environment in which all is set. */
    private static MockEnvironment production() throws Exception {
        return environment()
                .withProperty("LIANQIAO_DATABASE_URL", "jdbc:postgresql://database:5432/lianqiao")
                .withProperty("LIANQIAO_DATABASE_PASSWORD", "JrTJxKk3mTqA0yq7")
                .withProperty("LIANQIAO_BASE_URL", "https://portal.example.cn")
                .withProperty("LIANQIAO_MAIL_HOST", "smtp.example.cn")
                .withProperty("LIANQIAO_MAIL_FROM", "portal@example.cn");
    }

    private static MockEnvironment environment() throws Exception {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        new YamlPropertySourceLoader()
                .load("production", new ClassPathResource("application-prod.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment;
    }
}
