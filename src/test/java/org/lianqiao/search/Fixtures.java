package org.lianqiao.search;

import java.util.UUID;
import org.lianqiao.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Records of the tests' own, announced to the search as their modules do. */
record Fixtures(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {

    UUID event(String name, String summary, boolean published) {
        return made(EntryKind.EVENT, id -> {
            jdbc.sql("""
                    insert into event (id, number, kind, name_zh, summary_zh, region_code, place_zh, starts_at, ends_at, published, created_at)
                    values (?, ?, 'PROMOTION', ?, ?, '131082', '燕郊', now() + interval '9 days', now() + interval '10 days', ?, now())
                    """).params(id, "T-" + id, name, summary, published).update();
            jdbc.sql("insert into event_host (event_id, organization_id, role) values (?, ?, 'HOST')")
                    .params(id, organization("tz-officer"))
                    .update();
        });
    }

    UUID need(String state, String title, String description, boolean anonymous, String owner) {
        return made(
                EntryKind.NEED,
                id -> jdbc.sql("""
                insert into need (id, number, organization_id, created_by, state, direction, kind, subject, title, description,
                    region_code, anonymous, expires_on, published_at, created_at, updated_at)
                values (?, ?, ?, ?, ?, 'SEEK', 'FILL', 'PRODUCT', ?, ?, '131082', ?, current_date + 30, now(), now(), now())
                """)
                        .params(
                                id,
                                "T-" + id,
                                organization(owner),
                                account(owner),
                                state,
                                title,
                                description,
                                anonymous)
                        .update());
    }

    UUID project(String publication, String name, String summary, String publicSummary, String holder) {
        return made(
                EntryKind.PROJECT,
                id -> jdbc.sql("""
                insert into project (id, number, alliance_id, holder_office_id, name, summary, public_summary, publication,
                    published_at, created_by, created_at, updated_at)
                values (?, ?, (select id from alliance limit 1), ?, ?, ?, ?, ?, now(), ?, now(), now())
                """)
                        .params(
                                id,
                                "T-" + id,
                                organization(holder),
                                name,
                                summary,
                                publicSummary,
                                publication,
                                account(holder))
                        .update());
    }

    UUID enterprise(String status, String name, String noter) {
        return made(
                EntryKind.ORGANIZATION,
                id -> jdbc.sql("""
                insert into organization (id, kind, name, region_code, status, profile, created_at, created_by)
                values (?, 'ENTERPRISE', ?, '131082', ?, '', now(), ?)
                """).params(id, name, status, account(noter)).update());
    }

    void gone(EntryKind kind, UUID id, String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(sql).param(id).update();
            events.publishEvent(new Searchable(kind, id));
        });
    }

    UUID organization(String login) {
        return jdbc.sql("""
                select m.organization_id from membership m join account a on a.id = m.account_id
                 where a.login = ? and m.ended_at is null limit 1
                """).param(login).query(UUID.class).single();
    }

    private UUID account(String login) {
        return jdbc.sql("select id from account where login = ?")
                .param(login)
                .query(UUID.class)
                .single();
    }

    private UUID made(EntryKind kind, java.util.function.Consumer<UUID> insert) {
        var id = Ids.next();
        transaction.executeWithoutResult(status -> {
            insert.accept(id);
            events.publishEvent(new Searchable(kind, id));
        });
        return id;
    }
}
