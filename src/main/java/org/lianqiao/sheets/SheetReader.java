package org.lianqiao.sheets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lianqiao.shared.Refused;

/**
 * Reads CSV (UTF-8, with or without BOM, or GB18030 as Chinese spreadsheets save it) and the first sheet of an .xlsx, row
 * by row. What the file says about itself is not believed: bytes, rows, columns and cells are counted while reading.
 */
public final class SheetReader {
    /** Rows of a file; more belong into several files. */
    public static final int MOST_ROWS = 200_000;

    static final int MOST_COLUMNS = 200;
    static final int MOST_CELL = 10_000;
    private static final Charset CHINESE = Charset.forName("GB18030");
    /** What neither a spreadsheet shows nor the database keeps; line breaks and tabs stay. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private static final char BOM = '\uFEFF';

    private SheetReader() {}

    /** @throws Refused where the file is no table, or larger than a table that people keep */
    public static void read(byte[] file, Consumer<Row> rows) {
        var guarded = new Guard(rows);
        if (file.length == 0) throw new Refused("sheets.refused.empty");
        if (isWorkbook(file)) Xlsx.read(file, guarded);
        else Csv.read(text(file), guarded);
        if (guarded.seen == 0) throw new Refused("sheets.refused.empty");
    }

    /** @throws Refused where it is one of the old kind (.xls), which a spreadsheet can save anew */
    static boolean isWorkbook(byte[] file) {
        if (file.length > 3 && (file[0] & 0xFF) == 0xD0 && (file[1] & 0xFF) == 0xCF)
            throw new Refused("sheets.refused.xls");
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    private static String text(byte[] file) {
        var text = decode(file);
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static String decode(byte[] file) {
        try {
            return strict(StandardCharsets.UTF_8, file);
        } catch (CharacterCodingException notUtf8) {
            try {
                return strict(CHINESE, file);
            } catch (CharacterCodingException neither) {
                throw new Refused("sheets.refused.encoding");
            }
        }
    }

    private static String strict(Charset charset, byte[] file) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    /** Counts, cleans and hands on; blank lines are counted but not handed on. */
    private static final class Guard implements Consumer<Row> {
        private final Consumer<Row> next;
        private int seen;

        Guard(Consumer<Row> next) {
            this.next = next;
        }

        @Override
        public void accept(Row row) {
            if (row.number() > MOST_ROWS + 1) throw new Refused("sheets.refused.rows", MOST_ROWS);
            if (row.cells().size() > MOST_COLUMNS) throw new Refused("sheets.refused.columns", MOST_COLUMNS);
            List<String> cells =
                    row.cells().stream().map(c -> clean(row.number(), c)).toList();
            var cleaned = new Row(row.number(), cells);
            if (cleaned.isBlank()) return;
            seen++;
            next.accept(cleaned);
        }
    }

    static String clean(int row, String cell) {
        if (cell.length() > MOST_CELL) throw new Refused("sheets.refused.cell", row, MOST_CELL);
        var readable = cell.chars().anyMatch(SheetReader::isControl)
                ? CONTROLS.matcher(cell).replaceAll("")
                : cell;
        return readable.strip();
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c >= 0x80 && c < 0xA0;
    }

    static Refused broken(IOException e) {
        var refused = new Refused("sheets.refused.broken");
        refused.initCause(e);
        return refused;
    }
}
