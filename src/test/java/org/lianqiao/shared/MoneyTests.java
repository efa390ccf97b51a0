package org.lianqiao.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MoneyTests {
    @Test
    void reads_in_yi_from_one_yi_upward() {
        var sum = Objects.requireNonNull(Money.ofWan(new BigDecimal("12000")));
        assertThat(sum.readsInYi()).isTrue();
        assertThat(sum.yi()).isEqualByComparingTo("1.2");
        assertThat(sum.wan()).isEqualByComparingTo("12000");
    }

    @Test
    void cannot_be_nothing_or_less() {
        assertThatThrownBy(() -> Money.ofWan(BigDecimal.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofWan(new BigDecimal("-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void land_is_written_in_mu() {
        assertThat(Objects.requireNonNull(Area.ofMu(new BigDecimal("40"))).mu()).isEqualByComparingTo("40");
    }
}
