package org.lianqiao.prospects.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Component;

/** An empty ledger: the columns with notes, choices where the portal knows them, and a second sheet that explains. */
@Component
@RequiredArgsConstructor
class TemplateSheet {
    private static final int ROWS = 2_000;
    private static final List<ImportField> COLUMNS = List.of(
            ImportField.ENTERPRISE,
            ImportField.CODE,
            ImportField.MATTER,
            ImportField.STAGE,
            ImportField.ATTENTION,
            ImportField.OWNER,
            ImportField.AMOUNT,
            ImportField.REGION,
            ImportField.NODE,
            ImportField.SOURCE,
            ImportField.SUMMARY,
            ImportField.PROFILE,
            ImportField.REPORTED_ON,
            ImportField.SIGNED_ON,
            ImportField.LANDED_ON,
            ImportField.NEXT_STEP,
            ImportField.NEXT_DUE,
            ImportField.CONTACT,
            ImportField.PHONE);

    private final Choices choices;
    private final People people;
    private final Catalogue catalogue;

    void write(UUID office, OutputStream out) throws IOException {
        var book = new Workbook(out, "LianQiao", "1.0");
        book.setGlobalDefaultFont("宋体", 11);
        var sheet = book.newWorksheet(choices.text("prospects.import.template.sheet"));
        var notes = book.newWorksheet(choices.text("prospects.import.template.notes"));
        var lists = book.newWorksheet(choices.text("prospects.import.template.lists"));
        lists.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        explain(notes);
        for (int column = 0; column < COLUMNS.size(); column++) head(sheet, lists, column, office);
        sheet.freezePane(1, 1);
        book.finish();
    }

    private void head(Worksheet sheet, Worksheet lists, int column, UUID office) {
        var field = COLUMNS.get(column);
        sheet.value(0, column, title(field));
        sheet.comment(0, column, choices.text("prospects.import.template." + field));
        sheet.width(column, field == ImportField.SUMMARY || field == ImportField.ENTERPRISE ? 32 : 16);
        sheet.style(0, column)
                .bold()
                .fillColor(field == ImportField.ENTERPRISE ? "F7E3E0" : "E8F1F5")
                .wrapText(true)
                .horizontalAlignment("center")
                .set();
        if (field == ImportField.CODE || field == ImportField.PHONE)
            sheet.range(1, column, ROWS, column).style().format("@").set();
        if (field == ImportField.REPORTED_ON
                || field == ImportField.SIGNED_ON
                || field == ImportField.LANDED_ON
                || field == ImportField.NEXT_DUE)
            sheet.range(1, column, ROWS, column).style().format("yyyy-mm-dd").set();
        var words = words(field, office);
        if (words.isEmpty()) return;
        for (int i = 0; i < words.size(); i++) lists.value(i, column, words.get(i));
        sheet.range(1, column, ROWS, column)
                .validateWithList(lists.range(0, column, words.size() - 1, column))
                .showErrorMessage(false)
                .allowBlank(true);
    }

    private String title(ImportField field) {
        var title = choices.label(field);
        return field == ImportField.AMOUNT ? title + "\n（万元）" : title;
    }

    private List<String> words(ImportField field, UUID office) {
        return switch (field) {
            case STAGE ->
                Stream.of("LEAD", "CONTACTED", "NEGOTIATING", "SIGNED", "LANDED", "PRODUCING")
                        .map(s -> choices.text("Stage." + s))
                        .toList();
            case ATTENTION ->
                Stream.of("FOCUS", "KEEP", "REST")
                        .map(a -> choices.text("Attention." + a))
                        .toList();
            case OWNER -> labels(people.officersOf(office));
            case REGION -> labels(catalogue.allianceRegions());
            case NODE ->
                catalogue.nodes().stream()
                        .flatMap(c -> c.nodes().stream())
                        .map(Option::label)
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> labels(List<Option> options) {
        return options.stream().map(Option::label).toList();
    }

    private void explain(Worksheet notes) {
        notes.width(0, 20);
        notes.width(1, 90);
        int row = 0;
        for (var field : COLUMNS) {
            notes.value(row, 0, choices.label(field));
            notes.value(row++, 1, choices.text("prospects.import.template." + field));
        }
        notes.value(row + 1, 1, choices.text("prospects.import.template.end"));
    }
}
