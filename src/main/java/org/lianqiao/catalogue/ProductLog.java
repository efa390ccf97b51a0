package org.lianqiao.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the product catalogue: who changed what, one change after the other. */
@Component
@RequiredArgsConstructor
class ProductLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Held to the end of the transaction. Changes are rare and quick; two at once could give one name two products. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('product catalogue'))")
                .query((row, n) -> 0)
                .list();
    }

    void changed(@Nullable UUID product, String name, String action, String detail, Viewer by) {
        jdbc.sql("""
                insert into product_change (id, product_id, product, action, detail, changed_by, changed_at)
                values (:id, :product, :name, :action, :detail, :by, :at)
                """)
                .param("id", Ids.next())
                .param("product", product)
                .param("name", name)
                .param("action", action)
                .param("detail", detail)
                .param("by", by.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
