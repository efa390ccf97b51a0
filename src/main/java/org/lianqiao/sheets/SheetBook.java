package org.lianqiao.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.lianqiao.shared.Refused;

/**
 * A workbook as people keep it: several sheets, merged cells, hidden rows, days beside numbers. What it says about itself
 * is not believed; what could act (macros, links to other files) is not opened. A CSV is a workbook of one sheet.
 */
public final class SheetBook {
    /** Days are numbers that only their format tells apart; a cell that cannot be read is no reason to stop. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final byte[] file;
    private final List<String> names;

    private SheetBook(byte[] file, List<String> names) {
        this.file = file;
        this.names = names;
    }

    /** @throws Refused where the file is no workbook, or not one that may be opened */
    public static SheetBook open(byte[] file) {
        if (!SheetReader.isWorkbook(file)) return new SheetBook(file, List.of("CSV"));
        Xlsx.requireHarmless(file);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var names = book.getSheets()
                    .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                    .map(org.dhatim.fastexcel.reader.Sheet::getName)
                    .toList();
            if (names.isEmpty()) throw new Refused("sheets.refused.empty");
            return new SheetBook(file, names);
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw SheetReader.broken(new IOException(e));
        }
    }

    /** The sheets that the spreadsheet shows, in its order. */
    public List<String> names() {
        return names;
    }

    /**
     * @param name of a sheet; the first one where there is none of that name
     * @param most lines that are not blank
     * @throws Refused where it is longer, or runs on in blank lines without end
     */
    public SheetTable read(String name, int most) {
        var chosen = names.contains(name) ? name : names.get(0);
        return SheetReader.isWorkbook(file) ? workbook(chosen, most) : csv(chosen, most);
    }

    private SheetTable csv(String name, int most) {
        var rows = new ArrayList<SheetRow>();
        SheetReader.read(file, row -> {
            if (rows.size() >= most) throw new Refused("sheets.refused.rows", most);
            rows.add(new SheetRow(
                    row.number(),
                    false,
                    row.cells().stream().map(SheetCell::text).toList()));
        });
        return new SheetTable(name, rows, List.of());
    }

    private SheetTable workbook(String name, int most) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            var sheet = book.findSheet(name).orElseThrow(() -> new Refused("sheets.refused.empty"));
            var merges = Xlsx.merges(file, sheet.getId());
            var reading = new SheetLines(merges, most, book.isDate1904());
            try (var lines = sheet.openStream()) {
                lines.forEach(reading::take);
            }
            if (reading.rows().isEmpty()) throw new Refused("sheets.refused.empty");
            return new SheetTable(name, reading.rows(), merges);
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw SheetReader.broken(new IOException(e));
        }
    }
}
