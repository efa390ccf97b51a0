package org.lianqiao.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sums of money as people write them: {@code 3.5亿}, {@code 35,000}, {@code 约2亿元}, {@code 省级资金900万元+地方配套800万元}. A
 * unit that neither the cell nor its head names is not supposed, nor is one of two sums chosen.
 */
public final class Sums {
    static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MOST = YI.multiply(BigDecimal.valueOf(1_000));
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NOTHING = Pattern.compile("[-—–/\\\\.无0]*|暂无|n/?a");
    private static final Pattern ONE = Pattern.compile(
            "(约|大约|近|不低于|不少于|超过?|逾)?(?:人民币|rmb|¥|￥)?(\\d[\\d,]*(?:\\.\\d+)?)(万亿|亿|万|千万|百万)?(元|rmb|人民币|元人民币)?(左右|以上|余)?");
    private static final Pattern PART = Pattern.compile("\\D*?(\\d[\\d,]*(?:\\.\\d+)?)(亿|万)?(元\\D*)?");

    private Sums() {}

    /** @param unit of a bare number, in yuan; nothing where the head does not say */
    public static Reading<BigDecimal> read(SheetCell cell, @Nullable BigDecimal unit) {
        if (cell.shared() && !cell.isBlank()) return Reading.unread("sheets.mark.sharedSum");
        var text = BLANKS.matcher(Normalizer.normalize(cell.text(), Normalizer.Form.NFKC))
                .replaceAll("")
                .replace("，", ",")
                .toLowerCase(java.util.Locale.ROOT);
        if (NOTHING.matcher(text).matches()) return Reading.nothing();
        if (cell.kind() == SheetCell.Kind.DAY) return Reading.unread("sheets.mark.sum");
        var one = ONE.matcher(text);
        if (one.matches()) return one(one, unit);
        return text.contains("+") ? added(text, unit) : Reading.unread("sheets.mark.sum");
    }

    private static Reading<BigDecimal> one(java.util.regex.Matcher found, @Nullable BigDecimal unit) {
        var scale = scale(found.group(3), found.group(4) != null, unit);
        if (scale == null) return Reading.unread("sheets.mark.unit");
        boolean about = found.group(1) != null || found.group(5) != null;
        return within(number(found.group(2)).multiply(scale), about ? "sheets.mark.about" : "");
    }

    /** Parts with words between them, each with a unit of its own or of the head. */
    private static Reading<BigDecimal> added(String text, @Nullable BigDecimal unit) {
        var sum = BigDecimal.ZERO;
        for (var part : text.split("\\+")) {
            var found = PART.matcher(part);
            if (!found.matches()) return Reading.unread("sheets.mark.sum");
            if (part.matches(".*(美元|欧元|港币|港元|日元).*")) return Reading.unread("sheets.mark.sum");
            var scale = scale(found.group(2), found.group(3) != null, unit);
            if (scale == null) return Reading.unread("sheets.mark.unit");
            sum = sum.add(number(found.group(1)).multiply(scale));
        }
        return within(sum, "sheets.mark.added");
    }

    private static @Nullable BigDecimal scale(@Nullable String word, boolean yuan, @Nullable BigDecimal unit) {
        if (word == null) return yuan ? BigDecimal.ONE : unit;
        return switch (word) {
            case "万亿" -> YI.multiply(WAN);
            case "亿" -> YI;
            case "千万" -> WAN.multiply(BigDecimal.valueOf(1_000));
            case "百万" -> WAN.multiply(BigDecimal.valueOf(100));
            default -> WAN;
        };
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static Reading<BigDecimal> within(BigDecimal yuan, String mark) {
        if (yuan.signum() == 0) return Reading.nothing();
        if (yuan.compareTo(MOST) > 0) return Reading.unread("sheets.mark.sumTooLarge");
        return Reading.marked(yuan.setScale(2, java.math.RoundingMode.HALF_UP), mark);
    }
}
