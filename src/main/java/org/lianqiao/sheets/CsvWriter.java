package org.lianqiao.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines that Excel opens right: a byte order mark before them, and no text that it would compute. */
final class CsvWriter implements SheetWriter {
    private static final Pattern COMPUTED = Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠\\t\\r].*");

    private final Writer out;
    private final String mark;

    CsvWriter(OutputStream out, SheetHead head) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        mark = head.mark();
        this.out.write('\uFEFF');
        row(head.columns().stream().map(SheetColumn::title).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.write(',');
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    /** A machine reads these lines: a line that names a group would be a row of its own. */
    @Override
    public void group(String name) {}

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof BigDecimal number)
            return number.stripTrailingZeros().toPlainString();
        if (!(value instanceof String text)) return value.toString();
        var safe = COMPUTED.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        if (!mark.isEmpty()) row(List.of(mark));
        out.flush();
    }
}
