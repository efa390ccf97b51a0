package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Traps of the templates that no page shows until somebody falls into them. */
class TemplateTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{([\\w/-]*) ?:: ?([A-Za-z][\\w-]*)");
    private static final Pattern TAG =
            Pattern.compile("<([a-z][a-z0-9:-]*)((?:\\s+[^\\s=<>\"']+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)\\s*/?>");
    private static final Pattern NAME = Pattern.compile("\\s([^\\s=<>\"']+)(?==|\\s|$)(?:=(?:\"[^\"]*\"|'[^']*'))?");

    /** {@code th:replace} goes first and takes the tag away, with every condition, loop and variable that stands on it. */
    @Test
    void a_tag_that_is_replaced_says_nothing_else() throws IOException {
        assertThat(tags(tag -> tag.hasAttr("th:replace")
                        && tag.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .anyMatch(name -> name.startsWith("th:") && !name.equals("th:replace"))))
                .isEmpty();
    }

    @Test
    void nothing_is_written_unescaped() throws IOException {
        assertThat(tags(tag -> tag.hasAttr("th:utext") || tag.ownText().contains("[(")))
                .isEmpty();
    }

    /** Only {@code th:action} brings the token without which a form is refused. */
    @Test
    void every_form_that_changes_something_carries_its_token() throws IOException {
        assertThat(tags(tag -> tag.normalName().equals("form")
                        && tag.attr("method").equalsIgnoreCase("post")
                        && !tag.hasAttr("th:action")))
                .isEmpty();
        assertThat(tags(tag -> (tag.hasAttr("hx-post") || tag.hasAttr("th:hx-post") || tag.hasAttr("hx:post"))
                        && !tag.normalName().equals("form")
                        && tag.closest("form") == null))
                .isEmpty();
    }

    @Test
    void nothing_needs_script_or_style_of_its_own() throws IOException {
        assertThat(tags(tag -> tag.hasAttr("style")
                        || tag.hasAttr("th:style") && !tag.hasClass("spot") // on paper: a place on the map of a brief
                        || tag.normalName().equals("style")
                        || tag.normalName().equals("script") && !tag.hasAttr("th:src")
                        || tag.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .anyMatch(name -> name.matches("(th:)?on[a-z]+"))))
                .isEmpty();
    }

    @Test
    void what_opens_elsewhere_cannot_reach_back_and_a_picture_says_what_it_shows() throws IOException {
        assertThat(tags(tag ->
                        tag.attr("target").equals("_blank") && !tag.attr("rel").contains("noopener")))
                .isEmpty();
        assertThat(tags(tag -> tag.normalName().equals("img") && !tag.hasAttr("alt") && !tag.hasAttr("th:alt")))
                .isEmpty();
    }

    @Test
    void every_fragment_that_is_named_exists() throws IOException {
        var missing = new ArrayList<String>();
        for (var template : templates()) {
            var text = Files.readString(template);
            var found = FRAGMENT.matcher(text);
            while (found.find()) {
                var other = found.group(1).isEmpty() ? template : TEMPLATES.resolve(found.group(1) + ".html");
                if (!Files.exists(other) || !hasFragment(Files.readString(other), found.group(2)))
                    missing.add(name(template) + ": " + found.group());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_tag_names_an_attribute_twice() throws IOException {
        var twice = new ArrayList<String>();
        for (var template : templates()) {
            var found = TAG.matcher(Files.readString(template));
            while (found.find()) {
                var names = new HashSet<String>();
                var attribute = NAME.matcher(found.group(2));
                while (attribute.find())
                    if (!names.add(attribute.group(1))) twice.add(name(template) + ": " + found.group());
            }
        }
        assertThat(twice).isEmpty();
    }

    private static boolean hasFragment(String template, String name) {
        return Pattern.compile("th:fragment=\"" + name + "[\"(]")
                        .matcher(template)
                        .find()
                || Set.of("main").contains(name) && template.contains("<main");
    }

    /** The tags of all templates of which this is true. */
    private static List<String> tags(Predicate<Element> wrong) throws IOException {
        var found = new ArrayList<String>();
        for (var template : templates())
            Jsoup.parse(Files.readString(template), "", Parser.xmlParser())
                    .getAllElements()
                    .forEach(tag -> {
                        if (wrong.test(tag))
                            found.add(name(template) + ": " + tag.shallowClone().outerHtml());
                    });
        return found;
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String name(Path template) {
        return TEMPLATES.relativize(template).toString();
    }
}
