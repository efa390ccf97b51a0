package org.lianqiao.sheets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table, wherever it stands: below title lines, in one line or in two.
 *
 * @param first its first line, as the spreadsheet counts
 * @param last its last line
 * @param unit of sums, in yuan, that a line above the head names ({@code 单位：万元}); nothing where none does
 */
public record SheetHeader(
        int first,
        int last,
        List<Heading> headings,
        @Nullable BigDecimal unit) {
    private static final int WITHIN = 30;
    private static final int LONGEST_TITLE = 40;

    /**
     * The line that names most fields; two lines where the second names no fewer.
     *
     * @param field what a plain name means; nothing where it is not known
     * @return nothing where no line names two fields
     */
    public static @Nullable SheetHeader find(SheetTable table, Function<String, @Nullable ?> field) {
        SheetHeader best = null;
        int most = 1;
        for (int i = 0; i < Math.min(WITHIN, table.rows().size()); i++) {
            for (int lines = 1; lines <= 2 && i + lines <= table.rows().size(); lines++) {
                var header = of(table, i, lines);
                if (header == null) continue;
                int named = header.named(field);
                if (named > most || named == most && lines == 2 && best != null) {
                    best = header;
                    most = named;
                }
            }
        }
        return best;
    }

    /** The head in this line, and the one below where the first has cells that are merged above several columns. */
    public static @Nullable SheetHeader at(SheetTable table, int line) {
        for (int i = 0; i < table.rows().size(); i++)
            if (table.rows().get(i).number() == line) {
                var two = i + 2 <= table.rows().size() ? of(table, i, 2) : null;
                return two == null ? of(table, i, 1) : two;
            }
        return null;
    }

    private static @Nullable SheetHeader of(SheetTable table, int at, int lines) {
        var top = table.rows().get(at);
        var bottom = table.rows().get(at + lines - 1);
        if (lines == 2 && !isHeadOfTwo(table, top, bottom)) return null;
        var headings = new ArrayList<Heading>();
        int width = Math.max(top.cells().size(), bottom.cells().size());
        for (int column = 0; column < width; column++) {
            var title = lines == 1 ? top.text(column) : title(table, top, bottom, column);
            if (!title.isEmpty()) headings.add(Heading.of(column, title));
        }
        return new SheetHeader(top.number(), bottom.number(), List.copyOf(headings), unitAbove(table, at));
    }

    /** The second line stands under a cell that spans columns, and says nothing that is no head. */
    private static boolean isHeadOfTwo(SheetTable table, SheetRow top, SheetRow bottom) {
        if (bottom.number() != top.number() + 1) return false;
        boolean grouped = top.filled().stream().anyMatch(c -> table.isWide(top.number(), c));
        var below = bottom.filled();
        return grouped
                && top.filled().size() > 1
                && !below.isEmpty()
                && below.stream()
                        .allMatch(c -> bottom.cell(c).kind() == SheetCell.Kind.TEXT
                                && bottom.text(c).length() <= LONGEST_TITLE
                                && (isUnder(table, top, c) || top.text(c).isEmpty()));
    }

    private static boolean isUnder(SheetTable table, SheetRow top, int column) {
        return table.isWide(top.number(), column);
    }

    private static String title(SheetTable table, SheetRow top, SheetRow bottom, int column) {
        var above = top.text(column);
        for (int left = column; above.isEmpty() && left >= 0 && table.isWide(top.number(), column); left--)
            above = top.text(left);
        var below = bottom.cell(column).shared() ? "" : bottom.text(column);
        if (below.isEmpty() || below.equals(above)) return above;
        return above.isEmpty() ? below : above + "·" + below;
    }

    private static @Nullable BigDecimal unitAbove(SheetTable table, int at) {
        return IntStream.range(0, at)
                .mapToObj(i -> table.rows().get(i))
                .flatMap(r -> r.cells().stream())
                .map(SheetCell::text)
                .filter(t -> t.replaceAll("\\s", "").contains("单位"))
                .map(t -> t.substring(t.indexOf("位")))
                .map(Heading::unitIn)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private int named(Function<String, @Nullable ?> field) {
        var fields = new HashSet<Object>();
        for (var heading : headings) {
            if (heading.title().length() > LONGEST_TITLE) continue;
            Object known = field.apply(heading.name());
            if (known != null) fields.add(known);
        }
        return fields.size();
    }
}
