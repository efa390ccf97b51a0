package org.lianqiao.cockpit.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;

/**
 * How many there are in the period, and how many there were in the one before.
 *
 * @param yuan their sum in the period; zero where none is known
 */
record Tally(long now, long before, BigDecimal yuan, BigDecimal yuanBefore) {
    static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    static Tally of(boolean inPeriod, long count, @Nullable BigDecimal yuan) {
        var sum = yuan == null ? BigDecimal.ZERO : yuan;
        return inPeriod ? new Tally(count, 0, sum, BigDecimal.ZERO) : new Tally(0, count, BigDecimal.ZERO, sum);
    }

    Tally plus(Tally other) {
        return new Tally(
                now + other.now, before + other.before, yuan.add(other.yuan), yuanBefore.add(other.yuanBefore));
    }

    public @Nullable Money money() {
        return yuan.signum() > 0 ? Money.ofYuan(yuan) : null;
    }
}
