package org.lianqiao.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.lianqiao.shared.Refused;

/** The first sheet of an .xlsx. The reader trusts its file, so the archive is inflated and counted once before. */
final class Xlsx {
    private static final long MOST_INFLATED = 400L << 20;
    private static final int MOST_PARTS = 500;

    private Xlsx() {}

    static void read(byte[] file, Consumer<Row> rows) {
        try {
            requireHarmless(file);
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                    var lines = book.getFirstSheet().openStream()) {
                lines.forEach(line -> rows.accept(new Row(line.getRowNum(), cells(line))));
            }
        } catch (IOException e) {
            throw SheetReader.broken(e);
        } catch (UncheckedIOException | ExcelReaderException e) {
            throw SheetReader.broken(new IOException(e));
        }
    }

    /** @throws Refused where it is too large when unpacked, or could act: by macros, or links to other files */
    static void requireHarmless(byte[] file) {
        try {
            requireModest(file);
        } catch (IOException e) {
            throw SheetReader.broken(e);
        }
    }

    private static void requireModest(byte[] file) throws IOException {
        var buffer = new byte[1 << 16];
        long inflated = 0;
        int parts = 0;
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) throw new Refused("sheets.refused.bomb");
                refuseWhatActs(entry.getName().toLowerCase(Locale.ROOT));
                try (var part = zip.getInputStream(entry)) {
                    for (int n; (n = part.read(buffer)) > 0; ) {
                        inflated += n;
                        if (inflated > MOST_INFLATED) throw new Refused("sheets.refused.bomb");
                    }
                }
            }
        }
        if (parts == 0) throw new Refused("sheets.refused.broken");
    }

    private static void refuseWhatActs(String part) {
        if (part.endsWith("vbaproject.bin") || part.startsWith("xl/macrosheets/"))
            throw new Refused("sheets.refused.macro");
        if (part.startsWith("xl/externallinks/") || part.equals("xl/connections.xml"))
            throw new Refused("sheets.refused.external");
    }

    /** What is merged in the sheet of this relation id. */
    static List<Merge> merges(byte[] file, String relation) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            var target = Pattern.compile("<(?:\\w+:)?Relationship\\b(?=[^>]*\\bId=\"" + Pattern.quote(relation)
                            + "\")[^>]*\\bTarget=\"/?(?:xl/)?([^\"]+)\"")
                    .matcher(part(zip, "xl/_rels/workbook.xml.rels"));
            return target.find() ? Merge.in(part(zip, "xl/" + target.group(1))) : List.of();
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) return "";
        try (var part = zip.getInputStream(entry)) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row line) {
        int width = Math.min(line.getCellCount(), SheetReader.MOST_COLUMNS + 1);
        var cells = new ArrayList<String>(width);
        for (int i = 0; i < width; i++) {
            var cell = line.getOptionalCell(i);
            cells.add(cell.map(c -> c.getText() == null ? "" : c.getText()).orElse(""));
        }
        return cells;
    }
}
