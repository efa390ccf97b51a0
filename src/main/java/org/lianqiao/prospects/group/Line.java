package org.lianqiao.prospects.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.lianqiao.sheets.Columns;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.SheetReader;

/**
 * An enterprise of a group, as typed or from a sheet; nothing is guessed: a line that cannot be read is refused by its
 * number.
 *
 * @param reach a phone number in E.164 or a mail address, to which the personal link goes
 */
record Line(String name, @Nullable Uscc code, String contact, String reach) {
    private static final int MOST = 50;
    private static final int TITLE_ROWS = 10;

    private enum Column {
        NAME("企业", "企业名称", "单位", "单位名称", "会员单位"),
        CODE("统一社会信用代码", "信用代码"),
        CONTACT("联系人", "姓名"),
        REACH("手机", "手机号", "电话", "联系电话", "联系方式", "邮箱");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    /** @throws Refused at {@code lines} with the number of the line that is wrong */
    static List<Line> typed(String lines) {
        var found = new ArrayList<Line>();
        int number = 0;
        for (var line : lines.split("\\R")) {
            number++;
            if (line.isBlank()) continue;
            var cells = line.strip().split("\\s*[,，\\t;；]\\s*");
            if (cells.length < 3) throw Refused.at("lines", "prospects.group.line", number);
            boolean coded = cells.length > 3;
            found.add(of(
                    "lines",
                    number,
                    cells[0],
                    coded ? cells[1] : "",
                    cells[cells.length - 2],
                    cells[cells.length - 1]));
        }
        return checked("lines", found);
    }

    /** @throws Refused at {@code sheet} */
    static List<Line> sheet(byte[] file) {
        var found = new ArrayList<Line>();
        var reading = new Object() {
            @Nullable
            Columns<Column> columns;

            int before;
        };
        SheetReader.read(file, (Row row) -> {
            var columns = reading.columns;
            if (columns == null) {
                reading.columns = Columns.in(
                                row, Column.class, c -> c.names, List.of(Column.NAME, Column.CONTACT, Column.REACH))
                        .orElse(null);
                if (reading.columns == null && ++reading.before > TITLE_ROWS)
                    throw Refused.at("sheet", "prospects.group.header");
                return;
            }
            if (columns.of(row, Column.NAME).isBlank()
                    && columns.of(row, Column.REACH).isBlank()) return;
            found.add(of(
                    "sheet",
                    row.number(),
                    columns.of(row, Column.NAME).strip(),
                    columns.of(row, Column.CODE).strip(),
                    columns.of(row, Column.CONTACT).strip(),
                    columns.of(row, Column.REACH).strip()));
        });
        if (reading.columns == null) throw Refused.at("sheet", "prospects.group.header");
        return checked("sheet", found);
    }

    private static Line of(String field, int number, String name, String code, String contact, String reach) {
        var uscc = code.isEmpty()
                ? null
                : Uscc.parse(code).orElseThrow(() -> Refused.at(field, "prospects.group.code", number));
        if (size(name) < 2 || size(name) > 120) throw Refused.at(field, "prospects.group.line", number);
        if (contact.isEmpty() || size(contact) > 60) throw Refused.at(field, "prospects.group.line", number);
        var mail = reach.toLowerCase(Locale.ROOT);
        var to = mail.matches("[^\\s@]{1,64}@[^\\s@]{1,50}\\.[^\\s@.]{2,10}")
                ? mail
                : Phones.parse(reach).orElseThrow(() -> Refused.at(field, "prospects.group.reach", number));
        return new Line(name, uscc, contact, to);
    }

    private static List<Line> checked(String field, List<Line> lines) {
        if (lines.isEmpty()) throw Refused.at(field, "prospects.group.none");
        if (lines.size() > MOST) throw Refused.at(field, "prospects.group.many", MOST);
        var names = new HashSet<String>();
        for (var line : lines) if (!names.add(line.name)) throw Refused.at(field, "prospects.group.twice", line.name);
        return List.copyOf(lines);
    }

    private static int size(String text) {
        return text.codePointCount(0, text.length());
    }
}
