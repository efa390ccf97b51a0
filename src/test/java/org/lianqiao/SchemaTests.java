package org.lianqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class SchemaTests {
    @Autowired
    JdbcClient jdbc;

    @Test
    void every_foreign_key_has_its_index() {
        var without = jdbc.sql("""
                select c.conrelid::regclass || ' ' || c.conname from pg_constraint c
                 where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                   and not exists (select from pg_index i where i.indrelid = c.conrelid
                       and (i.indkey::int2[])[0:array_length(c.conkey, 1) - 1] @> c.conkey)
                """).query(String.class).list();
        assertThat(without).isEmpty();
    }

    @Test
    void the_audit_cannot_be_changed() {
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void nobody_holds_two_of_the_three_administrations() {
        assertThatThrownBy(() -> jdbc.sql("""
                insert into membership_role select m.id, 'AUDITOR' from membership m join account a on a.id = m.account_id
                 where a.login = 'system-admin'
                """).update()).hasMessageContaining("administrators are separate");
    }

    @Test
    void the_demo_tells_the_whole_story() {
        assertThat(count("select count(*) from chain_node")).isGreaterThanOrEqualTo(150);
        assertThat(count("select count(*) from organization where kind = 'ENTERPRISE' and name like '示例%'"))
                .isGreaterThanOrEqualTo(60);
        assertThat(count("select count(distinct stage) from prospect")).isEqualTo(6);
        assertThat(
                        count(
                                "select count(*) from (select project_id from project_site group by 1 having count(*) = 2) two"))
                .isGreaterThanOrEqualTo(8);
        assertThat(count("select count(*) from meeting")).isGreaterThanOrEqualTo(20);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
