package org.lianqiao.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A line of {@code routes.tsv}: what each role is answered.
 *
 * @param expected a word per role of {@link #ROLES}, between tabs
 * @param path an address of the pattern; {@code {name}} is a record of {@code records.tsv}; what stands behind {@code ?}
 *     is sent as a form where the method is POST, {@code @name} as an uploaded file
 */
public record Route(String expected, String method, String pattern, String path) {
    public static final List<String> ROLES = List.of(
            "visitor",
            "tz-officer",
            "tz-lead",
            "tz-reviewer",
            "lf-coord",
            "joint",
            "enterprise",
            "association",
            "park",
            "review-admin",
            "system-admin",
            "security-admin",
            "auditor");

    private static final Path TABLES = Path.of("src/test/resources");
    private static final Pattern RECORD = Pattern.compile("\\{([a-z-]+)}");

    public static List<Route> table() throws IOException {
        return lines("routes.tsv").map(Route::of).toList();
    }

    /** Real records of the demo data by name. */
    public static Map<String, String> records(JdbcClient jdbc) throws IOException {
        var records = new HashMap<String, String>();
        lines("records.tsv")
                .map(line -> line.split("\t", 2))
                .forEach(line -> records.put(
                        line[0],
                        jdbc.sql(line[1])
                                .query(String.class)
                                .optional()
                                .orElseThrow(() -> new IllegalStateException("no record: " + line[0]))));
        return records;
    }

    private static Route of(String line) {
        var cells = line.split("\t");
        int roles = ROLES.size();
        if (cells.length != roles + 3) throw new IllegalArgumentException(roles + 3 + " cells expected: " + line);
        return new Route(
                String.join("\t", Arrays.copyOf(cells, roles)), cells[roles], cells[roles + 1], cells[roles + 2]);
    }

    private static java.util.stream.Stream<String> lines(String table) throws IOException {
        return Files.readAllLines(TABLES.resolve(table)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    /** The last of those for whom the table says ok; nothing where it is ok for nobody. */
    public @Nullable String someoneWhoMay() {
        var answers = List.of(expected.split("\t"));
        return answers.contains("ok") ? ROLES.get(answers.lastIndexOf("ok")) : null;
    }

    /** @param records the values of the names in braces */
    public AbstractMockHttpServletRequestBuilder<?> request(Map<String, String> records) {
        var address = UriComponentsBuilder.fromUriString(RECORD.matcher(path)
                        .replaceAll(name -> Matcher.quoteReplacement(record(records, name.group(1)))))
                .build();
        var uri = UriComponentsBuilder.fromPath(String.valueOf(address.getPath()))
                .build()
                .toUri();
        var files = address.getQueryParams().keySet().stream()
                .filter(name -> name.startsWith("@"))
                .toList();
        AbstractMockHttpServletRequestBuilder<?> request;
        if (files.isEmpty()) {
            request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), uri);
            if (method.equals("POST")) request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
        } else {
            var upload = MockMvcRequestBuilders.multipart(uri);
            for (var name : files)
                upload.file(new MockMultipartFile(
                        name.substring(1), "示例.txt", "text/plain", "示例".getBytes(StandardCharsets.UTF_8)));
            request = upload;
        }
        address.getQueryParams().forEach((name, values) -> {
            if (!name.startsWith("@")) values.forEach(value -> request.param(name, value == null ? "" : value));
        });
        return request;
    }

    private static String record(Map<String, String> records, String name) {
        var value = records.get(name);
        if (value == null) throw new IllegalArgumentException("not in records.tsv: " + name);
        return value;
    }
}
