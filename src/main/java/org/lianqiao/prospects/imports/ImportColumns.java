package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.Heading;
import org.lianqiao.sheets.SheetBody;
import org.lianqiao.sheets.SheetBook;
import org.lianqiao.sheets.SheetHeader;
import org.lianqiao.sheets.SheetTable;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposes what the columns of a sheet mean: as the office settled it before, else by what columns are usually called. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.SUPPORTS)
class ImportColumns {
    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 40;

    private final JdbcClient jdbc;
    private final Choices choices;

    /** A column, with what its first cells say. */
    record Column(int place, String title, List<String> samples, String use) {}

    /**
     * @param line of the head; nothing where none was found
     * @param unit that the sheet itself names for sums
     */
    record Proposal(
            List<String> sheets,
            String sheet,
            @Nullable Integer line,
            List<Column> columns,
            String unit,
            int rows,
            int hidden) {}

    /** @param sheet the one that was asked for; else the one that looks most like a ledger */
    Proposal propose(byte[] file, @Nullable String sheet, @Nullable Integer line, Viewer officer) {
        var book = SheetBook.open(file);
        var table = table(book, sheet);
        var header = header(table, line);
        if (header == null) return new Proposal(book.names(), table.name(), null, List.of(), "", 0, 0);
        var body = SheetBody.below(header, table);
        var uses = uses(header, officer.organization());
        return new Proposal(
                book.names(),
                table.name(),
                header.first(),
                header.headings().stream()
                        .map(h -> new Column(
                                h.column(),
                                h.title(),
                                samples(body, h.column()),
                                use(uses, h).code()))
                        .toList(),
                ColumnsForm.unitName(unit(header, uses)),
                body.rows().size(),
                (int) body.rows().stream().filter(l -> l.row().hidden()).count());
    }

    private static Use use(Map<Integer, Use> uses, Heading heading) {
        return uses.getOrDefault(heading.column(), Use.KEEP);
    }

    private static @Nullable BigDecimal unit(SheetHeader header, Map<Integer, Use> uses) {
        return header.headings().stream()
                .filter(h -> use(uses, h).field() == ImportField.AMOUNT)
                .map(Heading::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(header.unit());
    }

    private SheetTable table(SheetBook book, @Nullable String asked) {
        if (asked != null && book.names().contains(asked)) return book.read(asked, Imports.MOST_ROWS);
        SheetTable best = null;
        int most = -1;
        for (var name : book.names().subList(0, Math.min(10, book.names().size()))) {
            SheetTable table;
            try {
                table = book.read(name, Imports.MOST_ROWS);
            } catch (Refused unreadable) {
                if (book.names().size() == 1) throw unreadable;
                continue;
            }
            var header = header(table, null);
            int named = header == null
                    ? 0
                    : header.headings().size() * 1000
                            + Math.min(999, table.rows().size());
            if (named > most) {
                best = table;
                most = named;
            }
        }
        if (best == null) throw new Refused("sheets.refused.empty");
        return best;
    }

    @Nullable
    SheetHeader header(SheetTable table, @Nullable Integer line) {
        return line == null ? SheetHeader.find(table, ImportField::named) : SheetHeader.at(table, line);
    }

    private Map<Integer, Use> uses(SheetHeader header, UUID office) {
        var remembered = remembered(office);
        Map<Integer, Use> uses = new HashMap<>();
        var taken = new HashSet<ImportField>();
        for (int certainty = 0; certainty < 3; certainty++)
            for (var heading : header.headings()) {
                if (uses.containsKey(heading.column())) continue;
                var use = use(heading.name(), certainty, remembered);
                if (use == null || use.field() != null && !taken.add(use.field())) continue;
                uses.put(heading.column(), use);
            }
        for (var heading : header.headings()) uses.putIfAbsent(heading.column(), Use.KEEP);
        return uses;
    }

    /** First what the office said, then what the name says, then what stands within it. */
    private static @Nullable Use use(String name, int certainty, Map<String, Use> remembered) {
        if (certainty == 0) return remembered.get(name);
        if (ImportField.isOfTheSheet(name)) return Use.IGNORE;
        var field = certainty == 1 ? ImportField.named(name) : ImportField.like(name);
        return field == null ? null : Use.of(field);
    }

    private Map<String, Use> remembered(UUID office) {
        Map<String, Use> uses = new HashMap<>();
        jdbc.sql("select name, use from ledger_import_column where office_id = ?")
                .param(office)
                .query(row -> {
                    uses.put(row.getString(1), Use.of(row.getString(2)));
                });
        return uses;
    }

    void remember(SheetHeader header, Map<Integer, Use> uses, UUID office) {
        for (var heading : header.headings())
            if (!heading.name().isEmpty())
                jdbc.sql("""
                        insert into ledger_import_column (office_id, name, use) values (?, left(?, 100), ?)
                        on conflict (office_id, name) do update set use = excluded.use
                        """)
                        .params(office, heading.name(), use(uses, heading).code())
                        .update();
    }

    /** @throws Refused where no column names the enterprise, or two mean the same */
    void require(Map<Integer, Use> uses) {
        var fields = new HashSet<ImportField>();
        for (var use : uses.values())
            if (use.field() != null && !fields.add(use.field()))
                throw new Refused("prospects.import.refused.twice", choices.label(use.field()));
        if (!fields.contains(ImportField.ENTERPRISE)) throw new Refused("prospects.import.refused.enterprise");
    }

    private static List<String> samples(SheetBody body, int column) {
        var samples = new ArrayList<String>();
        for (var line : body.rows()) {
            var text = line.row().text(column).replaceAll("\\s+", " ");
            if (text.isEmpty() || samples.contains(text)) continue;
            samples.add(
                    text.codePointCount(0, text.length()) > SAMPLE_LENGTH
                            ? text.substring(0, text.offsetByCodePoints(0, SAMPLE_LENGTH)) + "…"
                            : text);
            if (samples.size() == SAMPLES) break;
        }
        return samples;
    }
}
