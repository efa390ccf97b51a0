package org.lianqiao.events.outcomes;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventBrief;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** The report of an event as a sheet: its figures, the regions, every meeting. */
@Component
@RequiredArgsConstructor
class ResultExport {
    private static final int NARROW = 14;
    private static final int WIDE = 36;

    private final Choices choices;

    void write(EventBrief event, Results results, OutputStream out) throws IOException {
        var columns = List.of(
                column("when", NARROW),
                column("results.table", NARROW),
                column("results.first", WIDE),
                column("results.second", WIDE),
                column("results.firstSays", NARROW),
                column("results.secondSays", NARROW),
                new SheetColumn(text("results.next"), SheetColumn.Kind.PROSE, WIDE));
        var title = event.name() + " · " + text("results");
        var head = new SheetHead(text("results"), title, event.number(), columns);
        try (var sheet = SheetWriter.open(SheetFormat.XLSX, out, head)) {
            sheet.group(text("results.figures"));
            for (var figure : results.figures())
                sheet.row(cells(text("results.figure." + figure.key()), figure.value()));
            sheet.group(text("results.sides"));
            for (var side : results.sides())
                sheet.row(Arrays.asList(
                        side.region().isEmpty() ? text("results.unknown") : side.region(),
                        text("results.confirmed") + " " + side.confirmed(),
                        text("guests.here.yes") + " " + side.here(),
                        text("results.met") + " " + side.held(),
                        text("results.missed") + " " + side.missed()));
            sheet.group(text("results.lines"));
            for (var line : results.lines())
                sheet.row(Arrays.asList(
                        line.time(),
                        line.table(),
                        line.first(),
                        line.second(),
                        said(line.firstSays()),
                        said(line.secondSays()),
                        line.nextStep()));
        }
    }

    private static List<Object> cells(String name, int value) {
        return List.of(name, value);
    }

    private String said(String told) {
        return told.isEmpty() ? "" : choices.label(Told.valueOf(told));
    }

    private SheetColumn column(String key, int width) {
        return new SheetColumn(text(key), SheetColumn.Kind.TEXT, width);
    }

    private String text(String key) {
        return choices.text("events." + key);
    }
}
