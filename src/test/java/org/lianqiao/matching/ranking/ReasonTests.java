package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianqiao.matching.ranking.Demands.at;
import static org.lianqiao.matching.ranking.Demands.customersOf;
import static org.lianqiao.matching.ranking.Demands.doubting;
import static org.lianqiao.matching.ranking.Demands.makersOf;
import static org.lianqiao.matching.ranking.Demands.suppliersOf;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.shared.SiteFunction;

/** Every reason is produced by some world, says what is true of it, and can be said in both languages. */
class ReasonTests {
    private static final String PREFIX = "matching.reason.";

    /** An enterprise that is found for a demand, with the one reason that this case is about. */
    private record Case(String reason, List<String> args, Match match) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static Stream<Case> cases() {
        return Stream.concat(Stream.concat(names(), chain()), Stream.concat(words(), circumstances()));
    }

    private static Stream<Case> names() {
        return Stream.of(
                makes("SAME", new World(), makersOf("聚合物隔膜"), "聚合物隔膜", "聚合物隔膜", ""),
                makes("SAME", new World().alsoCalled("驱动马达", "牵引电机"), makersOf("驱动马达"), "牵引电机", "驱动马达", ""),
                makes("SAME", new World().sameWord("电机", "马达"), makersOf("车用马达"), "车用电机", "车用马达", ""),
                makes("KIND", new World(), makersOf("隔膜"), "聚合物隔膜", "隔膜", ""),
                makes("KIND", new World().includes("整车", "轻型客车"), makersOf("整车"), "轻型客车", "整车", ""),
                makes("CONTAINS", new World(), makersOf("隔膜"), "隔膜涂布机", "隔膜", ""),
                makes("GENERAL", new World(), makersOf("聚合物隔膜"), "隔膜", "聚合物隔膜", ""),
                makes("NEIGHBOUR", new World().supplies("铝箔", "软包壳"), makersOf("软包壳"), "铝箔", "软包壳", "铝箔"));
    }

    private static Stream<Case> chain() {
        return Stream.of(
                makes("CHAIN_SAME", pack(), suppliersOf("电池包"), "电芯", "电池包", "电芯"),
                makes("CHAIN_KIND", pack(), suppliersOf("电池包"), "方形电芯", "电池包", "电芯"),
                makes("CHAIN_CONTAINS", pack(), suppliersOf("电池包"), "电芯检测仪", "电池包", "电芯"),
                makes("CHAIN_FURTHER", pack(), suppliersOf("电池包"), "石墨粉", "电池包", "电芯"),
                makes("CHAIN_SAME.customer", pack(), customersOf("电芯"), "电池包", "电芯", "电池包"),
                makes("CHAIN_KIND.customer", pack(), customersOf("电芯"), "标准电池包", "电芯", "电池包"),
                makes("CHAIN_CONTAINS.customer", pack(), customersOf("电芯"), "电池包回收", "电芯", "电池包"),
                makes("CHAIN_FURTHER.customer", pack(), customersOf("石墨粉"), "电池包", "石墨粉", "电芯"));
    }

    /** 石墨粉 goes into 电芯, and 电芯 into 电池包. */
    private static World pack() {
        return new World().supplies("石墨粉", "电芯").supplies("电芯", "电池包");
    }

    private static Stream<Case> words() {
        var text = new World();
        var named = text.firm("甲", "制冷机组").industry("液冷温控设备");
        var meaning = new World().meansLike("反光镜", "后视面镜");
        var peers = new World();
        for (var name : List.of("乙", "丙", "丁")) peers.firm(name, "温控机组").industry("机械/温控设备");
        var peer = peers.firm("戊", "机组检修").industry("机械/温控设备");
        return Stream.of(
                new Case("PEERS", List.of("", "温控机组", "温控设备"), peers.match(makersOf("温控机组"), peer)),
                new Case("TEXT", List.of("", "液冷温控", ""), text.match(makersOf("液冷温控"), named)),
                makes("MEANING", meaning, makersOf("反光镜"), "后视面镜", "反光镜", ""));
    }

    private static Stream<Case> circumstances() {
        var demand = makersOf("滤芯");
        var world = new World();
        var here = world.firm("甲", "滤芯").in("131082");
        var suited = world.firm("乙", "滤芯").in("131024");
        var large = world.firm("丙", "滤芯").sized("LARGE");
        var fresh = world.firm("丁", "滤芯").registered(World.TODAY.minusDays(30));
        var doubted = world.firm("戊", "滤芯");
        var production = at(demand, "131082", SiteFunction.PRODUCTION, true);
        var atSuited = world.ranking(production, Set.of("131024"), Set.of()).best(9).stream()
                .map(c -> Match.of(world.index(), c))
                .filter(m -> m.enterprise().equals(suited.id()))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                said("REGION", world.match(production, here)),
                said("FUNCTION", atSuited),
                said("SIZE", world.match(production, large)),
                said("REACHABLE", world.match(demand, fresh)),
                said("FRESH", world.match(demand, fresh)),
                said("DOUBTED", world.match(doubting(demand, doubted.id()), doubted)));
    }

    private static Case said(String reason, Match match) {
        return new Case(reason, List.of("", "", ""), match);
    }

    /** One enterprise alone in the world, which makes this one thing. */
    private static Case makes(String reason, World world, Demand demand, String made, String asked, String via) {
        return new Case(reason, List.of(made, asked, via), world.match(demand, world.firm("甲", made)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_what_is_true(Case is) {
        assertThat(is.match().reasons()).contains(new Reason(PREFIX + is.reason(), is.args()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_said_in_both_languages_with_all_that_belongs_in_it(Case is) throws IOException {
        for (var language : List.of("", "_en")) {
            var pattern = texts(language).getProperty(PREFIX + is.reason());
            assertThat(pattern).as(language).isNotBlank();
            var said = new MessageFormat(pattern).format(is.args().toArray());
            for (int i = 0; i < is.args().size(); i++) {
                if (!pattern.contains("{" + i + "}")) continue;
                assertThat(is.args().get(i)).as("argument %d of %s", i, pattern).isNotEmpty();
                assertThat(said).contains(is.args().get(i));
            }
            assertThat(said).doesNotContain("{").doesNotContain("}");
        }
    }

    @Test
    void no_feature_is_without_a_reason_and_no_text_without_a_world() throws IOException {
        var produced = cases().map(Case::reason).collect(Collectors.toSet());
        assertThat(produced)
                .containsAll(Stream.of(Feature.values()).map(Enum::name).toList());
        for (var language : List.of("", "_en"))
            assertThat(texts(language).stringPropertyNames().stream()
                            .filter(k -> k.startsWith(PREFIX))
                            .map(k -> k.substring(PREFIX.length())))
                    .containsExactlyInAnyOrderElementsOf(produced);
    }

    @Test
    void never_more_than_three_and_of_what_says_the_same_only_the_stronger() {
        var world = new World().supplies("滤纸", "滤芯").meansLike("滤芯", "滤芯片");
        var firm = world.firm("滤芯厂", "滤芯", "滤芯片", "滤纸").in("131082").registered(World.TODAY);
        var reasons =
                world.match(at(makersOf("滤芯"), "131082", null, false), firm).reasons();
        assertThat(reasons).hasSizeLessThanOrEqualTo(3);
        assertThat(reasons.get(0)).isEqualTo(new Reason(PREFIX + "SAME", List.of("滤芯", "滤芯", "")));
        assertThat(reasons)
                .extracting(Reason::key)
                .doesNotContain(PREFIX + "TEXT", PREFIX + "MEANING", PREFIX + "CONTAINS", PREFIX + "NEIGHBOUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"滤芯", "高效滤芯", "芯", "滤纸", "水处理"})
    void nobody_is_shown_without_a_reason(String asked) {
        var world = new World().supplies("滤纸", "滤芯").meansLike("水处理", "净水器");
        world.firm("甲", "滤芯").industry("环保/水处理设备");
        world.firm("乙", "滤纸");
        world.firm("丙", "净水器");
        assertThat(world.match(makersOf(asked))).allSatisfy(m -> {
            assertThat(m.reasons()).isNotEmpty();
            assertThat(m.score()).isPositive();
        });
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var bundle = "/messages/matching" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ReasonTests.class.getResourceAsStream(bundle)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
