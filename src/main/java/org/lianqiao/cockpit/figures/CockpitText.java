package org.lianqiao.cockpit.figures;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** The cockpit in words, to be pasted into a message or a report; tables with tabs, for a sheet. */
@Component
@RequiredArgsConstructor
class CockpitText {
    private final Choices choices;

    String of(CockpitPage page) {
        var lines = new ArrayList<String>();
        lines.add("【" + choices.text("cockpit.title") + "】" + page.period() + " · "
                + choices.text("cockpit.scope." + page.scope()));
        for (var f : page.figures()) lines.add(figure(f));
        lines.add("");
        lines.add(choices.text("cockpit.funnel"));
        for (var s : page.funnel()) lines.add(step(s));
        for (var table : page.tables()) {
            lines.add("");
            lines.add(choices.text("cockpit.by." + table.key()));
            for (var row : table.rows()) lines.add(row(row));
        }
        lines.add("");
        lines.add(choices.text(
                "cockpit.asOf",
                page.asOf().toLocalDateTime().toString().replace('T', ' ').substring(0, 16)));
        return String.join("\n", lines);
    }

    private String figure(CockpitPage.Figure f) {
        var value = f.inMoney() ? money(f.money()) : String.valueOf(f.count());
        return choices.text("cockpit.figure." + f.key()) + "：" + value
                + (f.change() == null ? "" : "（" + choices.text("cockpit.change.text", signed(f.change())) + "）");
    }

    private String step(CockpitPage.Step s) {
        var parts = new ArrayList<String>(List.of(choices.text("Stage." + s.stage()), String.valueOf(s.count())));
        if (s.share() != null) parts.add(s.share() + "%");
        if (s.days() != null) parts.add(choices.text("cockpit.days", s.days()));
        return String.join("\t", parts);
    }

    private String row(CockpitPage.Row row) {
        var parts = new ArrayList<String>(List.of(row.label()));
        if (row.leads() != null) parts.add(String.valueOf(row.leads().count()));
        if (row.projects() != null) parts.add(String.valueOf(row.projects().count()));
        if (row.projects() != null) parts.add(money(row.money()));
        if (row.late() != null)
            parts.add(choices.text("cockpit.late.of", row.late().count()));
        return String.join("\t", parts);
    }

    String money(@Nullable Money money) {
        if (money == null) return "—";
        return money.readsInYi()
                ? money.yi().toPlainString() + choices.text("cockpit.unit.yi")
                : money.wan().toPlainString() + choices.text("cockpit.unit.wan");
    }

    private static String signed(Long change) {
        return (change > 0 ? "+" : "") + change + "%";
    }
}
