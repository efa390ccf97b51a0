package org.lianqiao.events.guests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Refused;

/**
 * Somebody as a line names them: organisation, name, position, phone, mail; apart by a tab, as copied from a spreadsheet,
 * or by a comma.
 *
 * @param phone in E.164
 */
public record GuestLine(int row, String organization, String name, String position, String phone, String email) {
    private static final int MOST = 200;
    private static final int LONGEST = 120;
    private static final int PHONE = 3;
    private static final int EMAIL = 4;

    /** @throws Refused at {@code lines}, naming the line */
    static List<GuestLine> read(String text) {
        var lines = new ArrayList<GuestLine>();
        var phones = new HashSet<String>();
        int row = 0;
        for (var raw : text.split("\\R")) {
            row++;
            if (raw.isBlank()) continue;
            var cells = raw.strip().split("\\s*[\\t,，;；]\\s*", -1);
            if (cells.length <= PHONE) throw Refused.at("lines", "events.group.cells", row);
            var line = of(row, cells[0], cells[1], cells[2], cells[PHONE], cells.length > EMAIL ? cells[EMAIL] : "");
            if (line == null) throw Refused.at("lines", "events.group.wrong", row);
            if (!phones.add(line.phone)) throw Refused.at("lines", "events.group.twice", row);
            lines.add(line);
        }
        if (lines.isEmpty()) throw Refused.at("lines", "events.group.empty");
        if (lines.size() > MOST) throw Refused.at("lines", "events.group.many", MOST);
        return lines;
    }

    /** Nothing where a cell is missing or wrong. */
    public static @Nullable GuestLine of(
            int row, String organization, String name, String position, String phone, String email) {
        var number = Phones.parse(phone).orElse(null);
        boolean sized = fits(organization, 2) && fits(name, 2) && fits(position, 0) && fits(email, 0);
        boolean reachable = email.isEmpty() || email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
        return number == null || !sized || !reachable
                ? null
                : new GuestLine(row, organization, name, position, number, email);
    }

    private static boolean fits(String text, int least) {
        int length = text.codePointCount(0, text.length());
        return length >= least && length <= LONGEST;
    }

    Registrations.Entry entry(@Nullable UUID broughtBy, GuestSource source) {
        return new Registrations.Entry(
                null, organization, null, broughtBy, name, position, phone, email, null, null, "", source);
    }
}
