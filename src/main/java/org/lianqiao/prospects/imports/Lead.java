package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.sheets.RowProblem;

/**
 * A row of an old ledger as the portal understands it.
 *
 * @param key the enterprise's name without what tells no enterprises apart
 * @param texts what has no field, and what could not be read
 * @param notes what was read with a doubt
 * @param problems why the row cannot come in; none where it can
 * @param fingerprint of all that the row says: the same row, loaded again, is known by it
 * @param cells as they stand in the sheet, to be mended
 */
record Lead(
        int line,
        boolean hidden,
        String enterprise,
        String key,
        @Nullable String code,
        String matter,
        @Nullable String number,
        @Nullable String stage,
        @Nullable String attention,
        @Nullable UUID owner,
        @Nullable BigDecimal amount,
        @Nullable String region,
        @Nullable UUID node,
        String source,
        String summary,
        String profile,
        @Nullable LocalDate reported,
        @Nullable LocalDate signed,
        @Nullable LocalDate landed,
        String step,
        @Nullable LocalDate due,
        List<Text> texts,
        List<Contact> contacts,
        List<RowProblem> notes,
        List<RowProblem> problems,
        String fingerprint,
        List<String> cells) {

    /** @param mark why it waits for a look, a key of the bundles; empty where it is merely kept */
    record Text(String label, String text, String mark) {}

    /** @param note why it waits for a look; empty where name and number were told apart */
    record Contact(String name, String title, String phone, String note) {}
}
