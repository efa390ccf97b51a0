package org.lianqiao.shared;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A sum of money in yuan, more than zero, to the fen. At the edge it is written in 万元. */
public record Money(BigDecimal yuan) implements Serializable, Comparable<Money> {
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    /** The most that a form takes, in 万元: a thousand 亿元. */
    public static final String MOST_WAN = "10000000";

    public Money {
        if (yuan.signum() <= 0) throw new IllegalArgumentException("a sum is more than zero");
        yuan = yuan.setScale(2, RoundingMode.HALF_UP);
    }

    /** @param wan in 万元; nothing for nothing */
    public static @Nullable Money ofWan(@Nullable BigDecimal wan) {
        return wan == null ? null : new Money(wan.multiply(WAN));
    }

    /** @param yuan as the database holds it; nothing for nothing */
    public static @Nullable Money ofYuan(@Nullable BigDecimal yuan) {
        return yuan == null ? null : new Money(yuan);
    }

    public BigDecimal wan() {
        return plain(yuan.divide(WAN, 6, RoundingMode.HALF_UP));
    }

    public BigDecimal yi() {
        return plain(yuan.divide(YI, 4, RoundingMode.HALF_UP));
    }

    /** In millions of yuan, as other languages count. */
    public BigDecimal million() {
        return plain(yuan.divide(MILLION, 4, RoundingMode.HALF_UP));
    }

    /** From one 亿 upward a sum reads better in 亿元. */
    public boolean readsInYi() {
        return yuan.compareTo(YI) >= 0;
    }

    public Money plus(Money other) {
        return new Money(yuan.add(other.yuan));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }
}
