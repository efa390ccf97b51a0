package org.lianqiao.matching;

import java.time.LocalDate;
import java.util.UUID;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.Ids;
import org.lianqiao.testing.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A product that nobody else makes, so that no other test's matches mix in. */
final class Trade {
    final String product = "示例" + UUID.randomUUID().toString().substring(0, 8) + "阀";

    private final JdbcClient jdbc;
    private final People people;
    private final Matchmaker matchmaker;

    Trade(JdbcClient jdbc, People people, Matchmaker matchmaker) {
        this.jdbc = jdbc;
        this.people = people;
        this.matchmaker = matchmaker;
    }

    UUID need(String title, String login) {
        var viewer = people.viewer(login);
        var id = Ids.next();
        jdbc.sql("""
                insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description, chain_id,
                       node_id, region_code, expires_on, published_at, created_at, updated_at)
                select :id, :number, :org, :by, 'PUBLISHED', 'SEEK', 'FILL', 'PRODUCT', :title, '测试用需求，随测试生灭。', n.chain_id, n.id,
                       :region, :until, now(), now(), now() from chain_node n where n.name_zh = '热管理部件'
                """)
                .param("id", id)
                .param("number", "T-" + id)
                .param("org", viewer.organization())
                .param("by", viewer.account())
                .param("title", title)
                .param("region", viewer.organizationRegion())
                .param("until", LocalDate.now().plusDays(30))
                .update();
        matchmaker.refresh();
        return id;
    }

    UUID maker(String status, String product) {
        var id = Ids.next();
        jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, size, created_at, created_by, registered_at)
                select :id, 'ENTERPRISE', :name, '131082', :status, 'MEDIUM', now(), a.id, now() from account a where a.login = 'sh-officer'
                """)
                .param("id", id)
                .param("name", name(id))
                .param("status", status)
                .update();
        jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, 0)")
                .params(id, product)
                .update();
        matchmaker.refresh();
        return id;
    }

    /** The enterprise of this person makes it as well. */
    void produces(String login) {
        jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, 9)")
                .params(people.viewer(login).organization(), product)
                .update();
    }

    String name(UUID enterprise) {
        return "示例·试" + enterprise + "有限公司";
    }
}
