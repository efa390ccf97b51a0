package org.lianqiao.events.guests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.sheets.Columns;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.SheetReader;

/**
 * A sheet of replies (回执), read and checked. Rows above the header are titles.
 *
 * @param replies whom they want to meet, where the sheet has columns for it
 */
record GuestSheet(List<GuestLine> lines, List<Reply> replies, List<RowProblem> problems) {
    private static final int MOST = 2000;
    private static final int MOST_WISHES = 60;

    private enum Column {
        ORGANIZATION("单位", "单位名称", "企业", "企业名称", "organization", "company"),
        NAME("姓名", "参会人", "参会人员", "name"),
        POSITION("职务", "职位", "position", "title"),
        PHONE("手机", "手机号", "手机号码", "电话", "联系电话", "联系方式", "phone"),
        EMAIL("邮箱", "电子邮箱", "email"),
        MUST("一定要见", "必见", "重点对接单位", "must meet"),
        WOULD("希望见", "想见", "想见的单位", "拟对接单位", "意向对接单位", "希望对接单位", "would meet");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    /** @throws Refused where the file is no such sheet */
    static GuestSheet read(byte[] file) {
        var reading = new Reading();
        SheetReader.read(file, reading::take);
        if (reading.columns == null) throw new Refused("events.import.header");
        return new GuestSheet(reading.lines, reading.replies, reading.problems);
    }

    /** Whom somebody wants to meet and who is neither on the list nor in this sheet. */
    List<RowProblem> unknown(List<Guest> onList) {
        var named = new ArrayList<Meant.Named<Boolean>>();
        onList.forEach(g -> named.add(new Meant.Named<>(true, g.badge(), g.organization(), g.name())));
        lines.forEach(l -> named.add(new Meant.Named<>(true, "", l.organization(), l.name())));
        var meant = new Meant<>(named);
        return replies.stream()
                .filter(r -> meant.find(r.whom()).isEmpty())
                .map(r -> new RowProblem(r.row(), "", "events.import.whom", r.whom()))
                .toList();
    }

    private static final class Reading {
        private static final int TITLE_ROWS = 10;
        private final List<GuestLine> lines = new ArrayList<>();
        private final List<Reply> replies = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final Set<String> phones = new HashSet<>();
        private @Nullable Columns<Column> columns;
        private int before;

        void take(Row row) {
            if (columns == null) {
                columns = Columns.in(
                                row,
                                Column.class,
                                c -> c.names,
                                List.of(Column.ORGANIZATION, Column.NAME, Column.PHONE))
                        .orElse(null);
                if (columns == null && ++before > TITLE_ROWS) throw new Refused("events.import.header");
                return;
            }
            if (lines.size() >= MOST) throw new Refused("events.import.many", MOST);
            var line = GuestLine.of(
                    row.number(),
                    columns.of(row, Column.ORGANIZATION),
                    columns.of(row, Column.NAME),
                    columns.of(row, Column.POSITION),
                    columns.of(row, Column.PHONE),
                    columns.of(row, Column.EMAIL));
            if (line == null) problems.add(new RowProblem(row.number(), "", "events.import.wrong"));
            else if (!phones.add(line.phone()))
                problems.add(new RowProblem(row.number(), columns.title(Column.PHONE), "events.import.twice"));
            else accept(line, row, columns);
        }

        private void accept(GuestLine line, Row row, Columns<Column> columns) {
            lines.add(line);
            whom(columns.of(row, Column.MUST))
                    .forEach(w -> replies.add(new Reply(row.number(), line.phone(), true, w)));
            whom(columns.of(row, Column.WOULD))
                    .forEach(w -> replies.add(new Reply(row.number(), line.phone(), false, w)));
        }

        private static List<String> whom(String cell) {
            return Arrays.stream(cell.split("[、，,;；/\\r\\n]+"))
                    .map(String::strip)
                    .filter(w -> !w.isEmpty())
                    .limit(MOST_WISHES)
                    .toList();
        }
    }
}
