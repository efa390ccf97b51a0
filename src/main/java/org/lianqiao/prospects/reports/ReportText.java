package org.lianqiao.prospects.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** A report as text to be passed on, and as a sheet. */
@Component
@RequiredArgsConstructor
class ReportText {
    private final Choices choices;

    String of(ReportPage report) {
        var text = new StringBuilder(title(report)).append('\n');
        for (var part : report.parts()) {
            text.append(choices.label(part.section()))
                    .append(' ')
                    .append(part.adjusted())
                    .append(choices.text("reports.unit"));
            if (part.lines().isEmpty()) text.append('\n');
            else text.append("：\n");
            for (var line : part.lines())
                text.append("· ")
                        .append(line.enterprise())
                        .append("（")
                        .append(line.matter())
                        .append("）")
                        .append(line.detail())
                        .append('\n');
        }
        if (!report.head().note().isEmpty()) text.append(report.head().note()).append('\n');
        return text.toString();
    }

    void write(ReportPage report, OutputStream out) throws IOException {
        var head = new SheetHead(
                choices.text("reports.title"),
                title(report),
                "",
                List.of(
                        new SheetColumn(choices.text("reports.section"), SheetColumn.Kind.TEXT, 10),
                        new SheetColumn(choices.text("prospects.enterprise"), SheetColumn.Kind.PROSE, 36),
                        new SheetColumn(choices.text("prospects.matter"), SheetColumn.Kind.PROSE, 28),
                        new SheetColumn(choices.text("reports.detail"), SheetColumn.Kind.PROSE, 44)));
        try (var sheet = SheetWriter.open(SheetFormat.XLSX, out, head)) {
            for (var part : report.parts()) {
                sheet.group(choices.label(part.section()) + " " + part.adjusted() + choices.text("reports.unit"));
                for (var line : part.lines())
                    sheet.row(List.of(choices.label(part.section()), line.enterprise(), line.matter(), line.detail()));
            }
            for (var later : report.adjustments())
                sheet.row(List.of(
                        choices.text("reports.adjustment"),
                        choices.label(later.section()),
                        String.valueOf(later.difference()),
                        later.reason()));
            if (!report.head().note().isEmpty()) {
                sheet.group(choices.text("reports.note"));
                sheet.row(List.of("", "", "", report.head().note()));
            }
        }
    }

    String title(ReportPage report) {
        return choices.text(
                "reports.headline",
                report.head().office(),
                report.head().week(),
                report.head().getEnd());
    }
}
