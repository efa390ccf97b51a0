package org.lianqiao.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines that Excel opens right: a byte order mark before them, and no cell that it would compute. */
final class Csv {
    static final String MARK = "\uFEFF";

    private Csv() {}

    static String line(String... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that begins like a formula is led by an apostrophe. */
    static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
