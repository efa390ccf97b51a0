package org.lianqiao.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Recorded;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who did and who saw what: written in the transaction that did it, never changed afterwards (a trigger refuses). */
@Service
@RequiredArgsConstructor
class AuditTrail {
    private static final int ROWS_AT_ONCE = 500;
    private static final String COLUMNS = "select id, at, person, organization, action, entity, entity_id, subject,"
            + " detail, address from audit_entry where ";

    private final JdbcClient jdbc;
    private final Clock clock;

    record Entry(
            long id,
            OffsetDateTime at,
            String person,
            String organization,
            String action,
            String entity,
            @Nullable UUID entityId,
            String subject,
            String detail,
            String address) {}

    /** @param older the key with which the next page, further back, begins; nothing at the end */
    record Page(List<Entry> rows, int total, @Nullable Long older) {
        public boolean isCapped() {
            return total > PageOf.CAP;
        }
    }

    @EventListener
    void record(Recorded done) {
        jdbc.sql("""
                insert into audit_entry (at, account_id, person, organization_id, organization, action, entity, entity_id, subject, detail, address)
                values (:at, cast(:account as uuid), :person, cast(:org as uuid), :orgName, :action, :entity, cast(:id as uuid), :subject, :detail, :address)
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("account", text(done.viewer().accountId()))
                .param("person", done.viewer().name())
                .param("org", text(done.viewer().organizationId()))
                .param("orgName", done.viewer().organizationName())
                .param("action", done.action())
                .param("entity", done.entity())
                .param("id", text(done.id()))
                .param("subject", done.subject())
                .param("detail", done.detail())
                .param("address", address())
                .update();
    }

    /** The newest first. Pages go on by key: the thousandth costs what the first does. */
    @Transactional(readOnly = true)
    Page find(AuditFilter filter, int size) {
        int total = jdbc.sql("select count(*) from (select 1 from audit_entry where " + filter.where() + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(filter.values())
                .query(Integer.class)
                .single();
        var before = filter.beforeOf();
        var place = before == null ? "" : " and (at, id) < ((select at from audit_entry where id = :before), :before)";
        var sql = jdbc.sql(COLUMNS + filter.where() + place + " order by at desc, id desc limit :size")
                .params(filter.values())
                .param("size", size + 1);
        if (before != null) sql = sql.param("before", before);
        var rows = sql.query(Entry.class).list();
        boolean more = rows.size() > size;
        var shown = more ? rows.subList(0, size) : rows;
        return new Page(shown, total, more ? shown.get(size - 1).id() : null);
    }

    /** All of them, one after the other, however many. */
    @Transactional(readOnly = true)
    void each(AuditFilter filter, Consumer<Entry> reader) {
        try (var rows = jdbc
                .sql(COLUMNS + filter.where() + " order by at desc, id desc")
                .params(filter.values())
                .withFetchSize(ROWS_AT_ONCE)
                .query(Entry.class)
                .stream()) {
            rows.forEach(reader);
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr().replace("0:0:0:0:0:0:0:1", "::1")
                : "";
    }
}
