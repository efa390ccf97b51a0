package org.lianqiao.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianqiao.shared.Refused;

/** Comma-separated values by RFC 4180; a file with tabs or semicolons in its first line is read by these. */
final class Csv {
    private final String text;
    private final char separator;
    private int at;

    private Csv(String text) {
        this.text = text;
        separator = separator(text);
    }

    static void read(String text, Consumer<Row> rows) {
        var csv = new Csv(text);
        for (int number = 1; csv.at < text.length(); number++) rows.accept(new Row(number, csv.row()));
    }

    private List<String> row() {
        var cells = new ArrayList<String>(16);
        while (true) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) return cells;
            char end = text.charAt(at++);
            if (end == separator) {
                if (cells.size() > SheetReader.MOST_COLUMNS) return cells;
                continue;
            }
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            return cells;
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    private String quoted() {
        var cell = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) throw new Refused("sheets.refused.quote");
            cell.append(text, at, quote);
            at = quote + 1;
            if (at >= text.length() || text.charAt(at) != '"') break;
            cell.append('"');
            at++;
        }
        return cell.append(plain()).toString();
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        if (first.indexOf(',') >= 0) return ',';
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }
}
