package org.lianqiao.shared;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An area in square metres, more than zero. Land is written in 亩 (666.67 ㎡, 1/15 hectare), floors in ㎡. */
public record Area(BigDecimal squareMetres) implements Serializable {
    private static final BigDecimal MU_TIMES_3 = BigDecimal.valueOf(2000);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    public Area {
        if (squareMetres.signum() <= 0) throw new IllegalArgumentException("an area is more than zero");
        squareMetres = squareMetres.setScale(2, RoundingMode.HALF_UP);
    }

    public static @Nullable Area ofMu(@Nullable BigDecimal mu) {
        return mu == null ? null : new Area(mu.multiply(MU_TIMES_3).divide(THREE, 2, RoundingMode.HALF_UP));
    }

    public static @Nullable Area ofSquareMetres(@Nullable BigDecimal squareMetres) {
        return squareMetres == null ? null : new Area(squareMetres);
    }

    public BigDecimal mu() {
        var mu = squareMetres
                .multiply(THREE)
                .divide(MU_TIMES_3, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return mu.scale() < 0 ? mu.setScale(0) : mu;
    }
}
