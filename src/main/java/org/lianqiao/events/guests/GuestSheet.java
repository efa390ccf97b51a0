package org.lianqiao.events.guests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.sheets.Columns;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.SheetReader;

/** A sheet of replies (回执), read and checked. Rows above the header are titles. */
record GuestSheet(List<GuestLine> lines, List<RowProblem> problems) {
    private static final int MOST = 2000;

    private enum Column {
        ORGANIZATION("单位", "单位名称", "企业", "企业名称", "organization", "company"),
        NAME("姓名", "参会人", "参会人员", "name"),
        POSITION("职务", "职位", "position", "title"),
        PHONE("手机", "手机号", "手机号码", "电话", "联系电话", "联系方式", "phone"),
        EMAIL("邮箱", "电子邮箱", "email");

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
        return new GuestSheet(reading.lines, reading.problems);
    }

    private static final class Reading {
        private static final int TITLE_ROWS = 10;
        private final List<GuestLine> lines = new ArrayList<>();
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
            else lines.add(line);
        }
    }
}
