package org.lianqiao.matching.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianqiao.matching.ranking.Demands.excluding;
import static org.lianqiao.matching.ranking.Demands.makersOf;
import static org.lianqiao.matching.ranking.Demands.suppliersOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianqiao.PortalTest;
import org.lianqiao.catalogue.ProductKey;
import org.lianqiao.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The snapshot is what the database says: who makes what, what goes into what, which words mean the same. */
@PortalTest
class MatchmakerTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Matchmaker matchmaker;

    @Autowired
    MatchIndexReader reader;

    @Test
    void an_enterprise_is_matched_by_what_it_makes_until_it_is_suspended() {
        var id = enterprise("KNOWN", "锆基非晶锭");
        matchmaker.refresh();
        assertThat(first(makersOf("锆基非晶锭")))
                .extracting(Match::enterprise, Match::strong)
                .containsExactly(id, true);
        assertThat(ids(excluding(makersOf("锆基非晶锭"), id))).doesNotContain(id);
        jdbc.sql("update organization set status = 'SUSPENDED' where id = ?")
                .param(id)
                .update();
        matchmaker.refresh();
        assertThat(ids(makersOf("锆基非晶锭"))).doesNotContain(id);
    }

    @Test
    void the_graph_of_the_catalogue_leads_from_the_downstream_product_to_the_makers_of_what_goes_into_it() {
        var id = enterprise("KNOWN", "铪基靶锭");
        var ingot = product("铪基靶锭");
        var target = product("铪基溅射靶");
        jdbc.sql("insert into product_edge (from_id, to_id, relation, created_at) values (?, ?, 'SUPPLIES', now())")
                .params(ingot, target)
                .update();
        matchmaker.refresh();
        var match = first(suppliersOf("铪基溅射靶"));
        assertThat(match.enterprise()).isEqualTo(id);
        assertThat(match.reasons())
                .contains(new Reason("matching.reason.CHAIN_SAME", List.of("铪基靶锭", "铪基溅射靶", "铪基靶锭")));
        assertThat(matchmaker.match(suppliersOf("铪基靶锭"), 100))
                .noneMatch(m -> m.enterprise().equals(id) && m.strong());
    }

    @Test
    void a_synonym_that_an_administrator_enters_leads_to_who_makes_it_under_the_other_name() {
        var id = enterprise("KNOWN", "铱粉坩埚");
        jdbc.sql("insert into search_synonym (id, word, means, mutual) values (?, '贵金属熔炼锅', '{铱粉坩埚}', true)")
                .param(Ids.next())
                .update();
        matchmaker.refresh();
        assertThat(first(makersOf("贵金属熔炼锅")).enterprise()).isEqualTo(id);
        jdbc.sql("delete from search_synonym where word = '贵金属熔炼锅'").update();
        matchmaker.refresh();
        assertThat(first(makersOf("铱粉坩埚")).enterprise()).isEqualTo(id);
    }

    @Test
    void a_change_is_noticed_without_being_told() throws InterruptedException {
        long before = reader.writes();
        enterprise("KNOWN", "钽基电容粉");
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (reader.writes() == before) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(100);
        }
    }

    private Match first(Demand demand) {
        return matchmaker.match(demand, 1).get(0);
    }

    private Stream<UUID> ids(Demand demand) {
        return matchmaker.match(demand, 100).stream().map(Match::enterprise);
    }

    private UUID enterprise(String status, String product) {
        var id = Ids.next();
        jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, profile, created_at)
                values (?, 'ENTERPRISE', ?, '131082', ?, '', now())
                """).params(id, "示例·" + product + "有限公司", status).update();
        jdbc.sql("insert into organization_product (organization_id, name) values (?, ?)")
                .params(id, product)
                .update();
        return id;
    }

    private UUID product(String name) {
        var id = Ids.next();
        jdbc.sql("insert into product (id, name, created_at) values (?, ?, now())")
                .params(id, name)
                .update();
        jdbc.sql("insert into product_name (key, product_id, name) values (?, ?, ?)")
                .params(ProductKey.of(name), id, name)
                .update();
        return id;
    }
}
