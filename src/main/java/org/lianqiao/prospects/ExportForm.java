package org.lianqiao.prospects;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Lenient;

/**
 * What a sheet of the ledger is to contain.
 *
 * @param ids what was selected on the list
 * @param codes all columns as they stood in the form; {@code positions} and {@code titles} beside them
 * @param columns those that were chosen
 * @param keep whether the office keeps this layout
 */
record ExportForm(
        @NotNull(message = "{prospects.required.choice}") @Nullable
        Range range,

        @NotNull(message = "{prospects.required.choice}") @Nullable
        SheetFormat format,

        List<String> ids,
        List<String> codes,
        List<String> columns,
        List<String> positions,
        List<String> titles,
        @Size(max = 60, message = "{prospects.tooLong}") String title,
        LedgerLayout.@Nullable Unit unit,
        LedgerLayout.@Nullable Grouping grouping,
        @Nullable Boolean contacts,
        @Size(max = 60, message = "{prospects.tooLong}") String purpose,
        @Nullable Boolean keep) {
    private static final int MOST_SELECTED = 500;
    private static final int LONGEST_TITLE = 30;

    /** Which rows. */
    enum Range {
        SELECTED,
        SCREEN,
        ALL
    }

    private record Placed(int position, LedgerLayout.Column column) {}

    ExportForm {
        ids = Objects.requireNonNullElse(ids, List.of());
        codes = Objects.requireNonNullElse(codes, List.of());
        columns = Objects.requireNonNullElse(columns, List.of());
        positions = Objects.requireNonNullElse(positions, List.of());
        titles = Objects.requireNonNullElse(titles, List.of());
        title = Objects.requireNonNullElse(title, "");
        purpose = Objects.requireNonNullElse(purpose, "");
    }

    List<UUID> selected() {
        return ids.stream()
                .map(Lenient::id)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .limit(MOST_SELECTED)
                .toList();
    }

    boolean withContacts() {
        return Boolean.TRUE.equals(contacts);
    }

    /** @throws Refused at {@code columns} where none is chosen, at {@code titles} where a name is too long */
    LedgerLayout layout() {
        Set<String> chosen = new HashSet<>(columns);
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < Math.min(codes.size(), 100); i++) {
            var code = Lenient.value(LedgerColumn.class, codes.get(i));
            if (code == null || code.isPersonal() || !chosen.remove(code.name())) continue;
            var name = i < titles.size() ? titles.get(i) : "";
            if (name.codePointCount(0, name.length()) > LONGEST_TITLE)
                throw Refused.at("titles", "prospects.export.titles.size");
            placed.add(new Placed(position(i), new LedgerLayout.Column(code, name)));
        }
        if (placed.isEmpty()) throw Refused.at("columns", "prospects.export.columns.none");
        placed.sort(Comparator.comparingInt(Placed::position));
        return new LedgerLayout(
                title,
                unit == null ? LedgerLayout.Unit.WAN : unit,
                grouping,
                placed.stream().map(Placed::column).toList());
    }

    private int position(int i) {
        var number = i < positions.size() ? Lenient.number(positions.get(i)) : null;
        return number == null ? Integer.MAX_VALUE : number.intValue();
    }
}
