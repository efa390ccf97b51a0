package org.lianqiao.sheets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An .xlsx with a head that stays, a filter on every column and a page that prints on A4. Texts are written in their cells
 * as texts: they are never formulas, and no table of them grows in memory.
 */
final class XlsxWriter implements SheetWriter {
    private static final int HELD = 500;
    /** What a cell of a spreadsheet holds at most. */
    private static final int LONGEST = 32_000;

    private static final String HEAD_FILL = "E8F1F5";
    private static final String GROUP_FILL = "F5F7F9";
    private static final String LINE = "DFE5EA";

    private final Workbook book;
    private final Worksheet sheet;
    private final List<SheetColumn> columns;
    private final String mark;
    private final int headRow;
    private int next;

    XlsxWriter(OutputStream out, SheetHead head) throws IOException {
        columns = head.columns();
        mark = head.mark();
        book = new Workbook(new Open(out), "LianQiao", "1.0");
        book.setGlobalDefaultFont("宋体", 11);
        sheet = book.newWorksheet(head.name());
        headRow = head.title().isEmpty() ? 0 : 1;
        print();
        if (headRow == 1) title(head.title());
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, Math.min(columns.get(i).width(), 100));
            sheet.value(headRow, i, columns.get(i).title());
            sheet.style(headRow, i)
                    .bold()
                    .fillColor(HEAD_FILL)
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle("thin")
                    .borderColor(LINE)
                    .set();
        }
        next = headRow + 1;
        sheet.freezePane(Math.min(2, columns.size()), next);
        sheet.flush();
    }

    private void print() {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(0, headRow);
        sheet.footer("第 &P 页，共 &N 页", Position.RIGHT);
        if (!mark.isEmpty()) sheet.footer(mark.replace("&", "＆"), Position.LEFT);
    }

    private void title(String title) {
        sheet.value(0, 0, readable(title));
        sheet.range(0, 0, 0, Math.max(columns.size() - 1, 1)).merge();
        sheet.style(0, 0).bold().fontSize(14).horizontalAlignment("center").set();
        sheet.rowHeight(0, 28);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            var value = i < cells.size() ? cells.get(i) : null;
            var style =
                    sheet.style(next, i).borderStyle("thin").borderColor(LINE).verticalAlignment("top");
            if (value instanceof String text && !text.isEmpty()) sheet.inlineString(next, i, readable(text));
            else if (value instanceof Number number) sheet.value(next, i, number);
            else if (value instanceof LocalDate day) sheet.value(next, i, day);
            switch (columns.get(i).kind()) {
                case DATE -> style.format("yyyy-mm-dd").horizontalAlignment("center");
                case NUMBER -> style.format("#,##0.####");
                case PROSE -> style.wrapText(true);
                case TEXT -> {}
            }
            style.set();
        }
        ended();
    }

    @Override
    public void group(String name) throws IOException {
        sheet.inlineString(next, 0, readable(name));
        sheet.range(next, 0, next, Math.max(columns.size() - 1, 1)).merge();
        sheet.style(next, 0).bold().fillColor(GROUP_FILL).set();
        ended();
    }

    private void ended() throws IOException {
        if (++next % HELD == 0) sheet.flush();
    }

    /** Without what XML cannot carry. */
    private static String readable(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t')
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    @Override
    public void close() throws IOException {
        sheet.setAutoFilter(headRow, 0, Math.max(next - 1, headRow), columns.size() - 1);
        if (!mark.isEmpty()) {
            sheet.inlineString(next + 1, 0, readable(mark));
            sheet.style(next + 1, 0).italic().fontColor("556272").set();
        }
        book.finish();
        book.close();
    }

    /** The book closes its stream; whoever gave it may have more to write. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
