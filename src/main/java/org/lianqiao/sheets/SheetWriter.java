package org.lianqiao.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is written row by row: whatever its length, only a few hundred rows are held. No cell is ever computed by
 * who opens it. Closing it completes the table and leaves the stream open.
 */
public sealed interface SheetWriter extends Closeable permits XlsxWriter, CsvWriter {
    static SheetWriter open(SheetFormat format, OutputStream out, SheetHead head) throws IOException {
        return switch (format) {
            case XLSX -> new XlsxWriter(out, head);
            case CSV -> new CsvWriter(out, head);
        };
    }

    /** @param cells texts, numbers and days in the order of the columns; nothing leaves a cell empty */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** A line across the table that names what follows. */
    void group(String name) throws IOException;
}
