package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a need asks for, read from how people write. */
class DemandReaderTests {
    private static final Set<String> KNOWN =
            Set.of("液冷板", "热管理部件", "mems传感器", "封装测试", "动力电池包", "电池", "铝合金型材", "高速光模块", "政务大模型", "永磁材料", "人形机器人");

    private final DemandReader reader = new DemandReader(KNOWN::contains);

    @ParameterizedTest
    @CsvSource({
        "寻求液冷板与热管理部件就近配套, true, 液冷板|热管理部件",
        "整车配套：寻求轻量化铝合金型材, true, 铝合金型材",
        "寻求高性能永磁材料供应商, true, 永磁材料",
        "寻求人形机器人整机生产基地项目, true, 人形机器人",
        "MEMS 传感器寻求封装测试产能, true, 封装测试",
        "高速光模块供给京津冀算力中心, false, 高速光模块",
        "动力电池包批量供货, false, 动力电池包"
    })
    void the_products_that_a_title_names_are_found_the_longest_first(String title, boolean sought, String products) {
        assertThat(reader.products(title, sought)).containsExactly(products.split("\\|"));
    }

    @Test
    void what_the_asker_makes_itself_is_not_what_it_seeks() {
        assertThat(reader.products("政务大模型寻求标注基地", true)).doesNotContain("政务大模型");
        assertThat(reader.products("MEMS 传感器寻求封装测试产能", true)).doesNotContain("MEMS 传感器");
    }

    @Test
    void where_no_product_is_known_the_title_s_own_words_are_looked_for() {
        assertThat(reader.products("寻求冻干制剂代工产能", true)).containsExactly("冻干制剂代工产能");
        assertThat(reader.products("", true)).isEmpty();
        assertThat(reader.products("𠮷🚗", true)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"'我们生产动力电池包，寻求上游材料供应商', 动力电池包", "'寻求动力电池包的上游企业', 动力电池包", "'需求：为动力电池包就近配套', 动力电池包"})
    void a_need_that_names_only_its_downstream_product_asks_for_what_is_upstream_of_it(String text, String product) {
        assertThat(reader.suppliersOf(text)).isEqualTo(List.of(product));
    }

    @Test
    void most_needs_ask_for_no_upstream() {
        assertThat(reader.suppliersOf("寻求液冷板，年需求约 12 万套，交付半径 150 公里以内")).isEmpty();
        assertThat(reader.suppliersOf("为员工公寓做配套")).isEmpty();
    }
}
