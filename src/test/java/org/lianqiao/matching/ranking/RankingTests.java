package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianqiao.matching.ranking.Demands.at;
import static org.lianqiao.matching.ranking.Demands.customersOf;
import static org.lianqiao.matching.ranking.Demands.doubting;
import static org.lianqiao.matching.ranking.Demands.excluding;
import static org.lianqiao.matching.ranking.Demands.makersOf;
import static org.lianqiao.matching.ranking.Demands.suppliersOf;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes first, who comes at all. */
class RankingTests {
    private static final float CLOSE = 0.01f;

    @Test
    void a_need_that_names_only_its_downstream_product_finds_the_makers_of_what_is_upstream() {
        var world = new World().supplies("石墨粉", "电芯").supplies("电芯", "电池包").supplies("电池包", "电动轿车");
        var cells = world.firm("甲", "电芯");
        var prismatic = world.firm("乙", "方形电芯");
        var graphite = world.firm("丙", "石墨粉");
        var packs = world.firm("丁", "电池包");
        var cars = world.firm("戊", "电动轿车");
        assertThat(world.ids(suppliersOf("电池包"))).containsExactly(cells.id(), prismatic.id(), graphite.id());
        assertThat(world.ids(customersOf("电池包"))).containsExactly(cars.id());
        assertThat(world.ids(customersOf("电芯"))).containsExactly(packs.id(), cars.id());
    }

    @Test
    void a_product_that_the_catalogue_lacks_is_supplied_as_its_kind_is_but_counts_less() {
        var world = new World().supplies("电芯", "电池包");
        var cells = world.firm("甲", "电芯");
        var known = world.match(suppliersOf("电池包"), cells).score();
        var guessed = world.match(suppliersOf("液冷电池包"), cells).score();
        assertThat(guessed).isPositive().isLessThan(known);
    }

    @Test
    void the_same_stands_before_its_kinds_and_these_before_what_only_holds_the_word() {
        var world = new World().meansLike("隔膜", "透气薄片");
        var meant = world.firm("甲", "透气薄片");
        var coater = world.firm("乙", "隔膜涂布机");
        var kind = world.firm("丙", "聚合物隔膜");
        var same = world.firm("丁", "隔膜");
        var none = world.firm("戊", "矿泉水");
        assertThat(world.ids(makersOf("隔膜")))
                .containsExactly(same.id(), kind.id(), coater.id(), meant.id())
                .doesNotContain(none.id());
    }

    @Test
    void brackets_width_and_case_do_not_tell_products_apart() {
        var world = new World();
        var firm = world.firm("甲", "ＬＥＤ（灯具）");
        assertThat(world.match(makersOf("led灯具"), firm).strong()).isTrue();
    }

    @Test
    void whose_main_product_it_is_comes_before_who_makes_it_beside() {
        var world = new World();
        var beside = world.firm("甲", "水泵", "阀门", "滤芯");
        var main = world.firm("乙", "滤芯", "水泵", "阀门");
        assertThat(world.ids(makersOf("滤芯"))).containsExactly(main.id(), beside.id());
    }

    @Test
    void equals_stand_in_the_same_order_every_time() {
        var world = new World();
        var expected = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 40; i++)
            expected.add(world.firm("厂" + (char) ('一' + i), "滤芯").id());
        for (int again = 0; again < 5; again++)
            assertThat(world.ids(makersOf("滤芯"))).isEqualTo(expected);
        assertThat(world.ranking(makersOf("滤芯"), Set.of(), Set.of()).best(3).stream()
                        .map(c -> world.index().enterprise(c.place).id()))
                .isEqualTo(expected.subList(0, 3));
    }

    @Test
    void who_cannot_be_meant_is_left_out_and_takes_nobodys_place() {
        var world = new World();
        var asker = world.firm("甲", "滤芯");
        var other = world.firm("乙", "滤芯");
        var demand = excluding(makersOf("滤芯"), asker.id());
        assertThat(world.ids(demand)).containsExactly(other.id());
        assertThat(world.ranking(demand, Set.of(), Set.of()).best(1))
                .singleElement()
                .satisfies(
                        c -> assertThat(world.index().enterprise(c.place).id()).isEqualTo(other.id()));
    }

    @Test
    void whom_the_reader_may_not_see_takes_nobodys_place() {
        var world = new World().meansLike("滤芯", "过滤件");
        var hidden = world.firm("甲", "滤芯", "过滤件");
        var seen = world.firm("乙", "高效滤芯");
        var place = world.index().place(hidden.id());
        var best = world.ranking(makersOf("滤芯"), Set.of(), Set.of())
                .only(p -> !Integer.valueOf(p).equals(place))
                .best(1);
        assertThat(best)
                .singleElement()
                .satisfies(
                        c -> assertThat(world.index().enterprise(c.place).id()).isEqualTo(seen.id()));
    }

    @Test
    void a_few_enterprises_are_ranked_among_themselves_as_among_all() {
        var world = new World().supplies("电芯", "电池包");
        var cells = world.firm("甲", "电芯");
        var kind = world.firm("乙", "方形电芯");
        world.firm("丙", "电芯");
        assertThat(world.among(suppliersOf("电池包"), kind, cells).stream().map(Match::enterprise))
                .containsExactly(cells.id(), kind.id());
    }

    @Test
    void an_enterprise_sees_the_need_with_the_score_that_the_owner_sees() {
        var world = new World()
                .supplies("石墨粉", "滤芯")
                .supplies("滤芯", "净水器")
                .meansLike("滤芯", "透水件")
                .sameWord("滤芯", "过滤芯体");
        world.firm("甲", "滤芯", "水泵").industry("过滤设备").in("131082").registered(World.TODAY);
        world.firm("乙", "水泵", "高效滤芯").industry("过滤设备");
        world.firm("丙", "滤芯架").industry("过滤设备").sized("LARGE");
        world.firm("丁", "透水件").industry("金属制品");
        world.firm("戊", "过滤芯体").industry("金属制品");
        world.firm("己", "净水器").industry("家电");
        world.firm("滤芯行");
        world.firm("庚", "门把手").industry("滤芯再生");
        world.firm("辛", "石墨粉");
        var asked = at(makersOf("滤芯"), "131082", null, true);
        for (var demand : List.of(asked, suppliersOf("净水器"), customersOf("石墨粉"))) {
            var all = world.match(demand);
            assertThat(all).isNotEmpty();
            for (var firm : world.firms()) assertThat(world.among(demand, firm)).isEqualTo(world.of(firm, all));
        }
        assertThat(world.match(asked)).hasSizeGreaterThan(6);
    }

    @Test
    void who_fits_by_words_or_meaning_alone_is_found_from_its_own_side_too() {
        var world = new World().meansLike("滤芯", "透水件");
        var meant = world.firm("甲", "透水件");
        var said = world.firm("滤芯行");
        for (int i = 0; i < 500; i++) world.firm("滤芯再生" + (char) ('一' + i));
        assertThat(world.among(makersOf("滤芯"), meant).get(0).reasons())
                .extracting(Reason::key)
                .containsExactly("matching.reason.MEANING");
        assertThat(world.among(makersOf("滤芯"), said).get(0).reasons())
                .extracting(Reason::key)
                .containsExactly("matching.reason.TEXT");
    }

    @Test
    void what_the_reader_may_not_see_does_not_change_the_score_of_what_it_sees() {
        var world = new World();
        var seen = world.firm("甲", "滤芯架").industry("过滤设备");
        for (var name : List.of("乙", "丙", "丁")) world.firm(name, "滤芯").industry("过滤设备");
        var place = world.index().place(seen.id());
        var own = world.ranking(makersOf("滤芯"), Set.of(), Set.of())
                .only(p -> Integer.valueOf(p).equals(place))
                .best(1);
        assertThat(own.get(0).score())
                .isEqualTo(world.match(makersOf("滤芯"), seen).score());
    }

    @Test
    void region_size_and_freshness_order_those_who_make_the_same_and_never_outweigh_it() {
        var world = new World();
        var plain = world.firm("甲", "滤芯");
        var suited = world.firm("乙", "滤芯").in("131082").sized("LARGE").registered(World.TODAY);
        var general = world.firm("丙", "芯体", "过滤网").in("131082").sized("LARGE").registered(World.TODAY);
        var demand = at(makersOf("滤芯"), "131082", null, true);
        assertThat(world.ids(demand)).startsWith(suited.id(), plain.id()).doesNotContain(general.id());
    }

    @Test
    void another_name_counts_less_than_the_name_and_more_where_nobody_makes_it_by_that_name() {
        var alone = new World().sameWord("马达", "电机");
        var motor = alone.firm("甲", "电机");
        var both = new World().sameWord("马达", "电机");
        var other = both.firm("甲", "电机");
        var same = both.firm("乙", "马达");
        assertThat(both.ids(makersOf("马达"))).containsExactly(same.id(), other.id());
        assertThat(alone.match(makersOf("马达"), motor).score())
                .isGreaterThan(both.match(makersOf("马达"), other).score());
    }

    @Test
    void of_two_alike_the_one_stands_first_in_whose_line_of_business_more_fit() {
        var world = new World();
        var outside = world.firm("甲", "滤芯架").industry("金属制品");
        var inside = world.firm("乙", "滤芯架").industry("过滤设备");
        for (var name : List.of("丙", "丁", "戊")) world.firm(name, "滤芯").industry("过滤设备");
        for (var name : List.of("己", "庚", "辛")) world.firm(name, "门把手").industry("金属制品");
        assertThat(world.ids(makersOf("滤芯"))).containsSubsequence(inside.id(), outside.id());
    }

    @Test
    void a_doubt_lets_others_of_its_kind_pass_but_does_not_exclude() {
        var world = new World();
        var doubted = world.firm("甲", "滤芯");
        var other = world.firm("乙", "滤芯");
        assertThat(world.ids(doubting(makersOf("滤芯"), doubted.id()))).containsExactly(other.id(), doubted.id());
    }

    @Test
    void only_makers_of_the_thing_its_kinds_and_what_goes_directly_into_it_are_strong() {
        var world = new World().supplies("石墨粉", "电芯").supplies("电芯", "电池包");
        var cells = world.firm("甲", "电芯");
        var graphite = world.firm("乙", "石墨粉");
        var tester = world.firm("丙", "电芯检测仪");
        assertThat(world.match(suppliersOf("电池包"), cells).strong()).isTrue();
        assertThat(world.match(suppliersOf("电池包"), graphite).strong()).isFalse();
        assertThat(world.match(suppliersOf("电池包"), tester).strong()).isFalse();
        assertThat(world.match(makersOf("电芯"), graphite).strong()).isFalse();
    }

    @Test
    void the_score_is_the_sum_of_the_weights() {
        var world = new World();
        var same = world.firm("甲", "滤芯");
        var kind = world.firm("乙", "高效滤芯");
        assertThat(score(world, same, Feature.TEXT)).isCloseTo(Feature.SAME.weight, within(CLOSE));
        assertThat(score(world, kind, Feature.TEXT)).isCloseTo(Feature.KIND.weight, within(CLOSE));
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void a_feature_that_is_switched_off_counts_for_nobody(Feature off) {
        var world = new World().supplies("石墨粉", "电芯").supplies("电芯", "电池包").meansLike("电池包", "蓄能箱");
        world.firm("甲", "电芯", "电池包", "标准电池包", "电池包回收")
                .in("131082")
                .sized("LARGE")
                .industry("电池");
        world.firm("乙", "石墨粉", "方形电芯", "电芯检测仪", "蓄能箱").registered(World.TODAY).industry("电池");
        var both = new Demand(List.of("电池包"), List.of("电池包"), List.of(), "", "131082", null, true, Set.of(), Set.of());
        assertThat(world.ranking(both, Set.of(), Set.of(off)).best(10))
                .isNotEmpty()
                .noneMatch(c -> c.has(off));
    }

    @Test
    void a_demand_that_says_nothing_finds_nobody() {
        var world = new World().meansLike("滤芯", "过滤件");
        world.firm("甲", "滤芯").registered(World.TODAY);
        for (var words : List.of("", "  ", "（）", "、、"))
            for (var demand : List.of(makersOf(words), suppliersOf(words), customersOf(words)))
                assertThat(world.match(demand)).isEmpty();
    }

    private static float score(World world, World.Firm firm, Feature off) {
        return world.ranking(makersOf("滤芯"), Set.of(), Set.of(off)).best(10).stream()
                .filter(c -> world.index().enterprise(c.place).id().equals(firm.id()))
                .findFirst()
                .orElseThrow()
                .score();
    }
}
