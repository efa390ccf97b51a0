package org.lianqiao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type differently is the same to the search. */
class FoldingTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ＬＥＤ照明|led照明",
                "鋰電池|锂电池",
                "傢俱|家具",
                "三全食品|3全食品",
                "三七互娱|37互娱",
                "第十二届|第12届",
                "二〇二六年|2026年",
                "一百二十亩|120亩",
                "百货|百货",
                "锂 电池|锂电池",
                "传　感器|传感器",
                "医疗-器械|医疗器械",
                "“机器人”|机器人",
                "变压器。|变压器",
                "鹏鼎控股（深圳）股份有限公司|鹏鼎控股深圳股份有限公司",
                "Li  Auto|li auto",
                "𠮷牌 🚗|𠮷牌🚗"
            })
    void a_name_has_one_form(String typed, String folded) {
        assertThat(Folding.name(typed)).isEqualTo(folded);
    }

    @Test
    void a_text_keeps_what_separates_its_sentences() {
        assertThat(Folding.prose("主营 锂电池（三元）、电机；出口。")).isEqualTo("主营锂电池3元、电机;出口。");
    }

    @Test
    void a_match_is_marked_in_the_original_text() {
        var marked = Marked.of("示例·第十二届 鋰（離子）電池展", List.of(Folding.name("锂离子电池")));
        assertThat(marked.parts().stream().filter(Marked.Part::hit).map(Marked.Part::text))
                .containsExactly("鋰（離子）電池");
        assertThat(Marked.of("第十二届展会", List.of("12届")).parts().get(1).text()).isEqualTo("十二届");
    }

    @Test
    void a_character_of_two_units_is_marked_whole() {
        assertThat(Marked.of("寻求𠮷牌托盘🚗", List.of("𠮷牌托盘🚗")).parts())
                .containsExactly(new Marked.Part("寻求", false), new Marked.Part("𠮷牌托盘🚗", true));
    }

    @Test
    void an_excerpt_shows_where_the_words_stand() {
        var text = "前".repeat(300) + "热管理部件" + "后".repeat(300);
        assertThat(Marked.excerpt(text, List.of("热管理")).parts().stream().map(Marked.Part::text))
                .anyMatch("热管理"::equals)
                .first()
                .asString()
                .startsWith("…");
    }

    @Test
    void letters_are_read_as_syllables() {
        assertThat(Syllables.readings("lidianchi")).contains("li dian chi");
        assertThat(Syllables.readings("xian")).containsExactly("xi an");
        assertThat(Syllables.readings("zzzxqy")).isEmpty();
        assertThat(Sounds.initials(Sounds.syllables("裕同科技"))).isEqualTo("ytkj");
        assertThat(Sounds.full(Sounds.syllables("重庆TCL电子"))).isEqualTo("chongqingtcldianzi");
    }

    @Test
    void an_enterprise_is_called_without_place_and_legal_form() {
        var places = Set.of("广东", "三河", "三河市");
        assertThat(Names.called("广东联泰环保股份有限公司", places)).isEqualTo("联泰环保");
        assertThat(Names.called("三河市精工机械有限责任公司", places)).isEqualTo("精工机械");
        assertThat(Names.called("恒为科技（上海）股份有限公司", places)).isEqualTo("恒为科技");
    }
}
