package org.lianqiao.prospects.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** The rows that did not come in, as they stood in the sheet, each with its reason: to be mended and loaded again. */
@Component
@RequiredArgsConstructor
class MendingSheet {
    private static final int WIDTH = 18;

    private final Choices choices;

    void write(ImportPages.Mending mending, OutputStream out) throws IOException {
        var columns = new ArrayList<SheetColumn>();
        columns.add(new SheetColumn(choices.text("prospects.import.mend.reason"), SheetColumn.Kind.PROSE, 40));
        for (var title : mending.titles()) columns.add(new SheetColumn(title, SheetColumn.Kind.PROSE, WIDTH));
        var head = new SheetHead(choices.text("prospects.import.mend.sheet"), "", "", columns);
        try (var sheet = SheetWriter.open(SheetFormat.XLSX, out, head)) {
            for (var row : mending.rows()) {
                var cells = new ArrayList<String>(List.of(reason(row)));
                cells.addAll(row.cells());
                sheet.row(cells);
            }
        }
    }

    private String reason(ImportPages.Refusal row) {
        if (row.problems().isEmpty()) return row.reason().isEmpty() ? "" : choices.text(row.reason());
        return row.problems().stream()
                .map(p -> (p.column().isEmpty() ? "" : p.column() + "：")
                        + choices.text(p.key(), p.args().toArray()))
                .collect(Collectors.joining("；"));
    }
}
