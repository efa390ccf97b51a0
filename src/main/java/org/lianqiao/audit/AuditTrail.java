package org.lianqiao.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Lenient;
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
    private static final int MOST_EXPORTED = 50_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is searched for; empty texts and unreadable dates filter nothing. */
    record Filter(
            @Nullable String person,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to) {
        String where() {
            var sql = new StringBuilder("true");
            if (Lenient.pattern(person) != null)
                sql.append(" and (person ilike :person or organization ilike :person)");
            if (Lenient.pattern(action) != null) sql.append(" and action ilike :action");
            if (Lenient.pattern(subject) != null)
                sql.append(" and (subject ilike :subject or entity_id::text ilike :subject)");
            if (Lenient.date(from) != null) sql.append(" and at >= :from");
            if (Lenient.date(to) != null) sql.append(" and at < :to");
            return sql.toString();
        }

        Map<String, Object> values() {
            var values = new HashMap<String, Object>();
            put(values, "person", Lenient.pattern(person));
            put(values, "action", Lenient.pattern(action));
            put(values, "subject", Lenient.pattern(subject));
            var first = Lenient.date(from);
            if (first != null) values.put("from", first.atStartOfDay(Time.ZONE).toOffsetDateTime());
            var last = Lenient.date(to);
            if (last != null)
                values.put("to", last.plusDays(1).atStartOfDay(Time.ZONE).toOffsetDateTime());
            return values;
        }

        private static void put(Map<String, Object> values, String name, @Nullable String value) {
            if (value != null) values.put(name, value);
        }
    }

    record Entry(
            long id,
            OffsetDateTime at,
            String person,
            String organization,
            String action,
            String subject,
            String detail,
            String address) {}

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

    @Transactional(readOnly = true)
    PageOf<Entry> find(Filter filter, Paging paging) {
        int total = jdbc.sql("select count(*) from (select 1 from audit_entry where " + filter.where() + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(filter.values())
                .query(Integer.class)
                .single();
        return new PageOf<>(rows(filter, paging.size(), paging.offset()), paging, total);
    }

    @Transactional(readOnly = true)
    List<Entry> all(Filter filter) {
        return rows(filter, MOST_EXPORTED, 0);
    }

    private List<Entry> rows(Filter filter, int size, int offset) {
        return jdbc.sql("select id, at, person, organization, action, subject, detail, address from audit_entry where "
                        + filter.where() + " order by at desc, id desc limit :size offset :offset")
                .params(filter.values())
                .param("size", size)
                .param("offset", offset)
                .query(Entry.class)
                .list();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
