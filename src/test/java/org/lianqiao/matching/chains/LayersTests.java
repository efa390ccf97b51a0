package org.lianqiao.matching.chains;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Where the nodes of a chain are drawn. */
class LayersTests {

    @Test
    void what_feeds_another_stands_to_its_left() {
        var chain = new Nodes()
                .up("材料")
                .mid("电芯", "电机", "电池包")
                .down("整车", "充电")
                .feeds("材料 > 电芯", "电芯 > 电池包", "电池包 > 整车", "电机 > 整车", "整车 > 充电");
        assertThat(column(chain, "材料")).isZero();
        assertThat(column(chain, "电芯")).isEqualTo(1);
        assertThat(column(chain, "电池包")).isEqualTo(2);
        assertThat(column(chain, "整车")).isEqualTo(3);
        assertThat(column(chain, "充电")).isEqualTo(4);
    }

    @Test
    void recycling_leads_back_and_moves_nothing() {
        var chain = new Nodes()
                .up("材料")
                .mid("电芯", "电池包")
                .down("回收")
                .feeds("材料 > 电芯", "电芯 > 电池包", "电池包 > 电芯", "电池包 > 回收", "回收 > 材料");
        assertThat(column(chain, "材料")).isZero();
        assertThat(column(chain, "电芯")).isLessThan(column(chain, "电池包"));
        assertThat(column(chain, "回收")).isEqualTo(3);
    }

    @Test
    void who_may_stand_in_several_columns_goes_where_it_is_emptiest() {
        var chain = new Nodes().mid("甲", "乙", "丙", "丁").feeds("甲 > 乙");
        assertThat(Layers.of(chain.all()).values())
                .extracting(Layers.Place::rows)
                .containsOnly(2);
    }

    @Test
    void joined_nodes_stand_beside_each_other() {
        var chain = new Nodes().up("甲", "乙").mid("乙的客户", "甲的客户").feeds("甲 > 甲的客户", "乙 > 乙的客户");
        var places = Layers.of(chain.all());
        assertThat(places.get(chain.at("甲").id()).row())
                .isEqualTo(places.get(chain.at("甲的客户").id()).row());
        assertThat(places.get(chain.at("乙").id()).row())
                .isEqualTo(places.get(chain.at("乙的客户").id()).row());
    }

    @Test
    void no_two_nodes_share_a_place_and_an_empty_chain_has_none() {
        var chain = new Nodes().up("甲", "乙", "丙").mid("丁", "戊").feeds("甲 > 丁", "乙 > 丁", "丙 > 戊");
        var places = Layers.of(chain.all());
        assertThat(new HashSet<>(places.values())).hasSize(5);
        assertThat(Layers.of(new Nodes().all())).isEmpty();
    }

    private static int column(Nodes chain, String name) {
        return Layers.of(chain.all()).get(chain.at(name).id()).column();
    }
}
