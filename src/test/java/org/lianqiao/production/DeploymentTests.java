package org.lianqiao.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** No engine for containers runs in every build: their files are read, and held against the settings that they name. */
class DeploymentTests {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:?[-:?]?)([^}]*)}");
    private static final Pattern SETTING = Pattern.compile("LIANQIAO_[A-Z_]+");

    @Test
    void the_compose_file_names_settings_that_exist() throws IOException {
        var known = names(SETTING, "src/main/resources/application-prod.yml");
        var named = new TreeSet<>(environment("portal").keySet());
        assertThat(named.remove("SPRING_PROFILES_ACTIVE")).isTrue();
        assertThat(known).containsAll(named);
        assertThat(environment("portal")).containsEntry("SPRING_PROFILES_ACTIVE", "prod");
    }

    @Test
    void the_compose_file_sets_whatever_production_asks_for() throws IOException {
        assertThat(environment("portal"))
                .containsKeys(
                        "LIANQIAO_DATABASE_URL",
                        "LIANQIAO_DATABASE_PASSWORD",
                        "LIANQIAO_BASE_URL",
                        "LIANQIAO_MAIL_HOST",
                        "LIANQIAO_MAIL_FROM",
                        "LIANQIAO_OPERATOR",
                        "LIANQIAO_ADMINISTRATOR_LOGIN",
                        "LIANQIAO_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void a_variable_has_a_default_or_stands_in_the_example() throws IOException {
        var example = Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        var variables = VARIABLE.matcher(Files.readString(Path.of("docker-compose.yml")));
        assertThat(variables.results().toList()).isNotEmpty().allSatisfy(variable -> {
            assertThat(variable.group(2)).as(variable.group()).isIn(":-", ":?");
            if (variable.group(2).equals(":?")) assertThat(example).contains(variable.group(1));
            if (variable.group(1).endsWith("PASSWORD"))
                assertThat(variable.group(3)).doesNotContainPattern("^[A-Za-z0-9]+$");
        });
    }

    @Test
    void the_portal_waits_for_a_postgresql_18_and_keeps_what_it_stores() throws IOException {
        assertThat(service("database")).containsEntry("image", "postgres:18").containsKeys("healthcheck", "volumes");
        assertThat(service("portal").toString()).contains("service_healthy", "/var/lib/lianqiao/files");
        assertThat(environment("portal").get("LIANQIAO_DATABASE_URL"))
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + environment("database").get("POSTGRES_DB"));
        assertThat(environment("portal").get("LIANQIAO_DATABASE_USER"))
                .isEqualTo(environment("database").get("POSTGRES_USER"));
        assertThat(environment("portal").get("LIANQIAO_MAIL_HOST").toString()).contains("mail");
        assertThat(services()).containsOnlyKeys("portal", "database", "mail");
    }

    @Test
    void the_image_runs_an_lts_as_nobody_in_particular_and_tells_its_health() throws IOException {
        var lines = Files.readString(Path.of("Dockerfile"))
                .replace("\\\n", " ")
                .lines()
                .toList();
        var last = lines.subList(
                lines.lastIndexOf(lines.stream()
                        .filter(l -> l.startsWith("FROM "))
                        .reduce((a, b) -> b)
                        .orElseThrow()),
                lines.size());
        assertThat(last.get(0)).isEqualTo("FROM eclipse-temurin:25-jre");
        assertThat(last).filteredOn(l -> l.startsWith("USER ")).containsExactly("USER lianqiao");
        assertThat(last).anyMatch(l -> l.startsWith("HEALTHCHECK ") && l.contains("GET /health"));
        assertThat(last).anyMatch(l -> l.startsWith("RUN ") && l.contains("-XX:AOTCacheOutput=lianqiao.aot"));
        assertThat(last).anyMatch(l -> l.startsWith("ENTRYPOINT ") && l.contains("-XX:AOTCache=lianqiao.aot"));
        assertThat(String.join("\n", last)).contains("SPRING_PROFILES_ACTIVE=prod");
    }

    @Test
    void the_image_is_built_from_files_that_exist() throws IOException {
        var sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(sent).isNotEmpty().allMatch(file -> Files.exists(Path.of(file)));
        for (var line : Files.readAllLines(Path.of("Dockerfile")))
            if (line.startsWith("COPY ") && !line.contains("--from"))
                for (var file : line.substring(5, line.lastIndexOf(' ')).split(" "))
                    assertThat(sent).contains(file);
    }

    @Test
    void every_setting_of_production_is_documented() throws IOException {
        assertThat(names(SETTING, "docs/operations.md"))
                .containsAll(names(SETTING, "src/main/resources/application-prod.yml"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_workflow_runs_the_readme_s_command_on_both_jdks() throws IOException {
        var workflow = Files.readString(Path.of(".github/workflows/ci.yml"));
        assertThat(workflow).contains("java: [17, 25]").contains("run: .ci/run");
        assertThat(Files.isExecutable(Path.of(".ci/run"))).isTrue();
        assertThat(Files.readString(Path.of(".ci/run"))).contains("exec mvn").contains("verify");
        assertThat(Files.readString(Path.of("README.md"))).contains("mvn verify");
        assertThat((Map<String, Object>) new Yaml().load(workflow)).containsKey("jobs");
    }

    private static Set<String> names(Pattern name, String file) throws IOException {
        return name.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> services() throws IOException {
        var compose = (Map<String, Object>) new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        return (Map<String, Object>) compose.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> service(String name) throws IOException {
        return (Map<String, Object>) services().get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) throws IOException {
        return (Map<String, Object>) service(service).get("environment");
    }
}
