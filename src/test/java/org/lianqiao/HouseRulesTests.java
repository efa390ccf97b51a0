package org.lianqiao;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** How this house is built, as far as a machine can tell. */
class HouseRulesTests {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Pattern HAS_TESTS =
            Pattern.compile("^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) ",
            Pattern.MULTILINE);
    private static final JavaClasses PORTAL =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("org.lianqiao");

    static Stream<ArchRule> rules() {
        return Stream.of(
                classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate(),
                classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate(),
                noFields().should().beAnnotatedWith(Autowired.class).as("What a bean needs comes by its constructor"),
                noClasses().should().haveSimpleNameEndingWith("Impl"),
                noClasses()
                        .should()
                        .dependOnClassesThat(assignableTo(java.util.Date.class)
                                .or(assignableTo(java.util.Calendar.class))
                                .or(assignableTo(java.text.Format.class)))
                        .as("Time is java.time"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.lianqiao.local")
                        .should()
                        .accessField(System.class, "out")
                        .as("What the console reads is logged"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rules(ArchRule rule) {
        rule.check(PORTAL);
    }

    @Test
    void no_test_is_skipped_because_of_its_name() throws IOException {
        assertThat(sources(TEST, HAS_TESTS.asPredicate()))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("Tests.java") || name.endsWith("Journeys.java"));
    }

    @Test
    void every_public_type_says_what_it_is_for() throws IOException {
        assertThat(sources(MAIN, source -> {
                    var type = PUBLIC_TYPE.matcher(source);
                    return type.find() && !source.substring(0, type.start()).contains("/**");
                }))
                .isEmpty();
    }

    @Test
    void no_file_must_be_scrolled_without_end() throws IOException {
        assertThat(sources(MAIN, source -> source.lines().count() > 500)).isEmpty();
    }

    private static List<String> sources(Path directory, Predicate<String> wanted) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> wanted.test(read(file)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
