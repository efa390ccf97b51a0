package org.lianqiao.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianqiao.search.Finder;
import org.springframework.beans.factory.annotation.Autowired;

/** One box for everything, as people type: suggestions, facets, guesses, on a desk and on a phone. */
@Journey
class SearchJourneys {
    private static final String NEED = "寻求液冷板与热管理部件就近配套";
    private static final String KNOWN = "示例·丝恒传动（三河）有限公司";

    @Autowired
    Portal portal;

    @Autowired
    Finder finder;

    @BeforeEach
    void everythingIsFound() throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (!finder.isUpToDate()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void a_visitor_types_narrows_and_reads(Screen screen) {
        try (var visitor = portal.visitor(screen)) {
            visitor.opens("/search").asks("液冷板");
            if (screen.script) visitor.sees("搜索“液冷板”").sees(NEED);
            visitor.goes("搜索").sees(NEED);
            visitor.asks("yelengban").goes("搜索").sees(NEED);
            visitor.narrows("需求").sees(NEED);
            assertThat(visitor.address()).contains("kind=NEED").contains("q=yelengban");
            visitor.narrows("河北");
            assertThat(visitor.address()).contains("region=130000").contains("kind=NEED");
            visitor.goes("按日期");
            assertThat(visitor.address()).contains("sort=date").contains("region=130000");
            visitor.follows("/needs/").sees("提交意向");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void a_slip_of_the_hand_is_put_right_with_one_click(Screen screen) {
        try (var visitor = portal.visitor(screen)) {
            visitor.opens("/search").asks("新能元汽车").goes("搜索");
            visitor.sees("没有找到与“新能元汽车”有关的内容").goes("新能源汽车");
            visitor.doesNotSee("没有找到");
            visitor.asks("永动机彩票").goes("搜索").sees("没有找到").goes("浏览全部需求");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void staff_find_by_its_sound_what_a_visitor_does_not_see(Screen screen) {
        try (var officer = portal.signedIn("sh-officer", screen);
                var visitor = portal.visitor(screen)) {
            officer.opens("/search").asks("丝恒传动").goes("搜索").sees(KNOWN);
            officer.asks("siheng").goes("搜索").sees(KNOWN);
            visitor.opens("/search").asks("丝恒传动").goes("搜索").doesNotSee(KNOWN);
        }
    }
}
