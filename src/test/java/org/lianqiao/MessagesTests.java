package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY =
            Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.\\-]+)[}(]|msg\\('([A-Za-z][A-Za-z0-9.\\-]+)'");

    static Stream<Path> bundles() throws IOException {
        return Files.list(MESSAGES)
                .filter(p -> !p.toString().endsWith("_en.properties"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_say_the_same_things(Path chinese) throws IOException {
        var english = Path.of(chinese.toString().replace(".properties", "_en.properties"));
        assertThat(keys(english)).isEqualTo(keys(chinese));
    }

    @Test
    void no_key_stands_twice() throws IOException {
        var keys = new ArrayList<String>();
        try (var bundles = Files.list(MESSAGES)) {
            for (var bundle : bundles.toList())
                for (var line : Files.readAllLines(bundle))
                    if (line.matches("[A-Za-z][^=]*=.*"))
                        keys.add(bundle.getFileName() + " " + line.substring(0, line.indexOf('=')));
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    /** A single one quotes what follows: the places stay unfilled. */
    @Test
    void an_apostrophe_beside_a_place_to_fill_is_doubled() throws IOException {
        var wrong = new TreeSet<String>();
        try (var bundles = Files.list(MESSAGES)) {
            for (var bundle : bundles.toList())
                texts(bundle).forEach((key, text) -> {
                    var value = text.toString();
                    if (value.matches("(?s).*\\{[0-9].*")
                            && value.replace("''", "").contains("'")) wrong.add(key + "=" + value);
                });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_text_of_a_template_is_in_the_bundles() throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : bundles().toList()) known.addAll(keys(bundle));
        var missing = new TreeSet<String>();
        try (var templates = Files.walk(TEMPLATES)) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var found = KEY.matcher(Files.readString(template));
                while (found.find()) {
                    var key = found.group(1) == null ? found.group(2) : found.group(1);
                    if (!known.contains(key)) missing.add(template.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static TreeSet<String> keys(Path bundle) throws IOException {
        return new TreeSet<>(texts(bundle).stringPropertyNames());
    }

    private static Properties texts(Path bundle) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
