package org.lianqiao.cockpit.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** The cockpit as a sheet: every table under its name, numbers as numbers. */
@Component
@RequiredArgsConstructor
class CockpitSheet {
    private final Choices choices;

    void write(CockpitPage page, Viewer viewer, OutputStream out) throws IOException {
        var mark = viewer.organizationName() + " " + viewer.name() + " · "
                + choices.text("cockpit.asOf", page.asOf().toLocalDate());
        var head = new SheetHead(
                choices.text("cockpit.title"),
                choices.text("cockpit.title") + " " + page.period() + " "
                        + choices.text("cockpit.scope." + page.scope()),
                mark,
                List.of(
                        column("item", SheetColumn.Kind.TEXT, 30),
                        column("leads", SheetColumn.Kind.NUMBER, 12),
                        column("leadsBefore", SheetColumn.Kind.NUMBER, 14),
                        column("projects", SheetColumn.Kind.NUMBER, 12),
                        column("projectsBefore", SheetColumn.Kind.NUMBER, 14),
                        column("money", SheetColumn.Kind.NUMBER, 16),
                        column("share", SheetColumn.Kind.NUMBER, 12),
                        column("days", SheetColumn.Kind.NUMBER, 12),
                        column("late", SheetColumn.Kind.NUMBER, 10)));
        try (var sheet = SheetWriter.open(SheetFormat.XLSX, out, head)) {
            sheet.group(choices.text("cockpit.figures"));
            for (var f : page.figures()) figure(sheet, f);
            sheet.group(choices.text("cockpit.funnel"));
            for (var s : page.funnel())
                row(
                        sheet,
                        choices.text("Stage." + s.stage()),
                        s.count(),
                        s.before(),
                        null,
                        null,
                        null,
                        s.share(),
                        s.days());
            for (var table : page.tables()) {
                sheet.group(choices.text("cockpit.by." + table.key()));
                for (var r : table.rows()) row(sheet, r);
            }
        }
    }

    private SheetColumn column(String key, SheetColumn.Kind kind, int width) {
        return new SheetColumn(choices.text("cockpit.sheet." + key), kind, width);
    }

    private void figure(SheetWriter sheet, CockpitPage.Figure f) throws IOException {
        var label = choices.text("cockpit.figure." + f.key());
        if (f.key().equals("leads")) row(sheet, label, f.count(), f.before());
        else row(sheet, label, null, null, f.count(), f.before(), f.inMoney() ? wan(f.money()) : null);
    }

    private void row(SheetWriter sheet, CockpitPage.Row r) throws IOException {
        var leads = r.leads();
        var projects = r.projects();
        row(
                sheet,
                r.label(),
                leads == null ? null : leads.count(),
                leads == null ? null : leads.before(),
                projects == null ? null : projects.count(),
                projects == null ? null : projects.before(),
                wan(r.money()),
                null,
                null,
                r.late() == null ? null : r.late().count());
    }

    private static void row(SheetWriter sheet, @Nullable Object... cells) throws IOException {
        sheet.row(Arrays.asList(cells));
    }

    private static @Nullable BigDecimal wan(@Nullable Money money) {
        return money == null ? null : money.wan();
    }
}
