package org.lianqiao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what people call an organisation. */
class NamesTests {
    private static final Set<String> PLACES = Set.of("广东", "广东省", "三河", "河北省三河市", "大厂回族自治县", "苏州");

    @ParameterizedTest
    @CsvSource({
        "广东澄远环保股份有限公司, 澄远环保",
        "广东省澄远环保有限公司, 澄远环保",
        "三河市澄远环保有限责任公司, 澄远环保",
        "河北省三河市澄远环保有限公司, 澄远环保",
        "大厂回族自治县澄远环保有限公司, 澄远环保",
        "澄远环保（苏州）有限公司, 澄远环保",
        "澄远三河环保有限公司, 澄远三河环保",
        "苏州集团有限公司, 苏州",
        "苏州, 苏州",
        "甲, 甲"
    })
    void place_and_legal_form_are_left_out(String name, String called) {
        assertThat(Names.called(name, PLACES)).isEqualTo(called);
    }
}
