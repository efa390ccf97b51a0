package org.lianqiao.prospects;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lianqiao.sheets.SheetColumn.Kind;

/** What a sheet of the ledger may say of a prospect, in the order in which it usually stands. */
enum LedgerColumn {
    NUMBER(Kind.TEXT, 18),
    ENTERPRISE(Kind.TEXT, 34),
    MATTER(Kind.TEXT, 24),
    STAGE(Kind.TEXT, 8),
    STATUS(Kind.TEXT, 8),
    HOLDER(Kind.TEXT, 14),
    OWNER(Kind.TEXT, 10),
    ATTENTION(Kind.TEXT, 10),
    DAYS(Kind.NUMBER, 9),
    CODE(Kind.TEXT, 22),
    PARTNERS(Kind.TEXT, 20),
    CHAIN(Kind.TEXT, 18),
    NODE(Kind.TEXT, 16),
    REGION(Kind.TEXT, 14),
    AMOUNT(Kind.NUMBER, 12),
    SOURCE(Kind.TEXT, 10),
    SOURCE_NOTE(Kind.TEXT, 20),
    REPORTED_ON(Kind.DATE, 12),
    SUMMARY(Kind.PROSE, 48),
    LAST_ON(Kind.DATE, 12),
    LAST_TEXT(Kind.PROSE, 40),
    NEXT_STEP(Kind.PROSE, 28),
    NEXT_OWNER(Kind.TEXT, 10),
    NEXT_DUE(Kind.DATE, 12),
    SIGNED_ON(Kind.DATE, 12),
    LANDED_ON(Kind.DATE, 12),
    CONTACT(Kind.TEXT, 12),
    PHONE(Kind.TEXT, 16);

    /** What an office gets that has chosen nothing. */
    static final List<LedgerColumn> USUAL = List.of(
            NUMBER,
            ENTERPRISE,
            MATTER,
            STAGE,
            STATUS,
            HOLDER,
            OWNER,
            ATTENTION,
            DAYS,
            REGION,
            AMOUNT,
            SOURCE,
            REPORTED_ON,
            LAST_ON,
            NEXT_STEP,
            NEXT_OWNER,
            NEXT_DUE);

    private static final Set<LedgerColumn> PERSONAL = Set.of(CONTACT, PHONE);

    private final Kind kind;
    private final int width;

    LedgerColumn(Kind kind, int width) {
        this.kind = kind;
        this.width = width;
    }

    Kind kind() {
        return kind;
    }

    int width() {
        return width;
    }

    /** Of a person: asked for each time, never part of what an office keeps as its layout. */
    boolean isPersonal() {
        return PERSONAL.contains(this);
    }

    static List<LedgerColumn> impersonal() {
        return Arrays.stream(values()).filter(c -> !c.isPersonal()).toList();
    }
}
