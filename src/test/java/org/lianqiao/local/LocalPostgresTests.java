package org.lianqiao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lianqiao.local.LocalPostgres.CannotStart;

/** One directory lives through it all, in this order: what an earlier test committed, a later one finds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalPostgresTests {
    @TempDir
    static Path home;

    /** A portal's process, to be killed. */
    static final class Victim {
        public static void main(String[] args) throws Exception {
            var postgres = new LocalPostgres(Path.of(args[0]));
            ask(postgres, "create table kept (word text)");
            ask(postgres, "insert into kept values ('committed')");
            System.out.println("committed");
            Thread.sleep(60_000);
        }
    }

    @Test
    @Order(1)
    void committed_rows_survive_the_killing_of_the_process() throws Exception {
        kill(victim());
        var orphan =
                ProcessHandle.of(Long.parseLong(lines("data/postmaster.pid").get(0)));
        assertThat(orphan).as("the server outlives its process").isPresent();

        try (var postgres = new LocalPostgres(home)) {
            assertThat(orphan.orElseThrow().isAlive()).isFalse();
            assertThat(ask(postgres, "select word from kept")).isEqualTo("committed");
            assertThat(ask(postgres, "show fsync") + ask(postgres, "show synchronous_commit"))
                    .isEqualTo("onon");
        }
    }

    @Test
    @Order(2)
    void a_second_copy_says_so_and_harms_nothing() throws Exception {
        try (var postgres = new LocalPostgres(home)) {
            assertThatThrownBy(() -> new LocalPostgres(home))
                    .isInstanceOfSatisfying(
                            CannotStart.class, e -> assertThat(e.why).isEqualTo(CannotStart.Why.IN_USE));
            assertThat(ask(postgres, "select word from kept")).isEqualTo("committed");
        }
    }

    @Test
    @Order(3)
    void a_stale_pid_that_now_belongs_to_somebody_else_ends_nobody() throws Exception {
        var bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(home.resolve("data/postmaster.pid"), bystander.pid() + "\n" + home.resolve("data") + "\n");
        try (var postgres = new LocalPostgres(home)) {
            assertThat(bystander.isAlive()).isTrue();
            assertThat(ask(postgres, "select word from kept")).isEqualTo("committed");
        } finally {
            bystander.destroy();
        }
    }

    @Test
    @Order(4)
    void only_who_started_it_knows_the_password() throws Exception {
        try (var postgres = new LocalPostgres(home)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(home)).hasSize(3);
        }
    }

    @Test
    @Order(5)
    void a_first_start_that_was_broken_off_is_made_anew() throws Exception {
        Files.delete(home.resolve("complete"));
        Files.delete(home.resolve("data/global/pg_control"));
        try (var postgres = new LocalPostgres(home)) {
            assertThat(ask(postgres, "select to_regclass('kept') is null")).isEqualTo("t");
        }
    }

    @Test
    @Order(6)
    void what_cannot_start_says_why() throws Exception {
        Files.writeString(home.resolve("data/postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> new LocalPostgres(home)).isInstanceOf(CannotStart.class);
        assertThat(String.join("\n", lines("postgres.log"))).contains("no_such_setting");

        var advice = new CannotStartAnalyzer()
                .analyze(new CannotStart(CannotStart.Why.FAILED, home, new IllegalStateException("because")));
        assertThat(advice.getDescription()).contains("because");
        assertThat(advice.getAction()).contains(home.resolve("postgres.log").toString());
    }

    private static Process victim() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().lines().anyMatch("committed"::equals)).isTrue();
        return process;
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(home.resolve(file));
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            try (var rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
