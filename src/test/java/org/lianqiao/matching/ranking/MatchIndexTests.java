package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the snapshot is made of: pairs of characters, vectors, the graph of products. */
class MatchIndexTests {
    @Test
    void a_product_is_found_by_any_part_of_its_name_that_stands_in_one_piece() {
        var world = new World();
        world.firm("甲", "汽车用铝合金轮毂", "轮毂", "毂轮", "轮胎毂");
        var index = world.index();
        assertThat(Arrays.stream(index.productsHolding("轮毂")).mapToObj(index::product))
                .containsExactlyInAnyOrder("汽车用铝合金轮毂", "轮毂");
        assertThat(index.productsHolding("铝轮")).isEmpty();
        assertThat(index.productsHolding("轮")).isEmpty();
    }

    @Test
    void likeness_is_between_nothing_and_about_one_and_rarer_pairs_count_more() {
        var grams = new GramIndex.Builder();
        grams.add(0, "汽车轮毂");
        grams.add(1, "汽车座椅");
        grams.add(2, "汽车");
        grams.add(3, "矿泉水");
        var likeness = grams.build(4).likeness("汽车轮毂");
        assertThat(likeness[0]).isBetween(0.3f, 1f);
        assertThat(likeness[0]).isGreaterThan(likeness[1]);
        assertThat(likeness[3]).isZero();
    }

    @Test
    void a_pair_that_no_text_holds_finds_nothing() {
        var grams = new GramIndex.Builder();
        grams.add(0, "汽车轮毂");
        var index = grams.build(1);
        assertThat(index.holdingAll("汽轮")).isEmpty();
        assertThat(index.likeness("矿泉")).containsOnly(0);
        assertThat(new GramIndex.Builder().build(0).likeness("矿泉")).isEmpty();
    }

    @Test
    void the_nearest_vectors_come_with_their_cosine() {
        var vectors = new Vectors(3);
        vectors.set(0, towards(0));
        vectors.set(1, towards(128));
        vectors.set(2, towards(512));
        var near = vectors.nearest(towards(0), 2);
        assertThat(near).extracting(Vectors.Near::product).contains(0, 1).doesNotContain(2);
        assertThat(near[0].cosine()).isBetween(0.99f, 1.01f);
        assertThat(near[1].cosine()).isBetween(0.45f, 0.55f);
        assertThat(new Vectors(0).nearest(towards(0), 5)).isEmpty();
    }

    /** All ones, of which so many are turned round. */
    private static byte[] towards(int turned) {
        var vector = new float[Vectors.DIMENSIONS];
        Arrays.fill(vector, 1);
        Arrays.fill(vector, 0, turned, -1);
        return Vectors.packed(vector);
    }

    @Test
    void the_graph_knows_a_product_by_all_its_names_and_a_stranger_by_its_kind() {
        var graph = new ProductGraph();
        var battery = graph.item("锂离子电池");
        graph.alias(battery, "锂电池");
        assertThat(graph.find("锂电池")).isSameAs(battery);
        assertThat(graph.findKind("三元锂电池")).isSameAs(battery);
        assertThat(graph.findKind("矿泉水")).isNull();
        assertThat(graph.item("锂离子 电池")).isSameAs(battery);
    }

    @Test
    void a_word_is_replaced_by_what_means_the_same_as_a_whole_and_in_part() {
        var thesaurus = new Thesaurus();
        thesaurus.add(java.util.List.of("马达", "电机", "电动机"));
        assertThat(thesaurus.of("马达")).containsExactly("电机", "电动机");
        assertThat(thesaurus.of("车用马达")).containsExactly("车用电机", "车用电动机");
        assertThat(thesaurus.of("矿泉水")).isEmpty();
        assertThat(thesaurus.of("马达马达马达马达马达马达马达马达马达马达马达马达马达")).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void nothing_is_its_own_supplier_and_an_edge_said_twice_is_one() {
        var graph = new ProductGraph();
        var steel = graph.item("钢材");
        var wheel = graph.item("轮毂");
        ProductGraph.supplies(steel, steel);
        ProductGraph.supplies(steel, wheel);
        ProductGraph.supplies(steel, wheel);
        assertThat(steel.suppliers()).isEmpty();
        assertThat(wheel.suppliers()).containsExactly(steel);
        assertThat(wheel.neighbours()).containsExactly(steel);
    }
}
