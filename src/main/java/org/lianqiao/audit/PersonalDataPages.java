package org.lianqiao.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.PersonalData;
import org.lianqiao.shared.PersonalData.Held;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests as the person sees the own ones, and as they are worked on. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class PersonalDataPages {
    private final JdbcClient jdbc;
    private final List<PersonalData> sources;
    private final Clock clock;

    /** @param late open beyond its day */
    record Row(
            UUID id,
            String number,
            PersonalDataKind kind,
            PersonalDataState state,
            String name,
            String phone,
            String email,
            String detail,
            OffsetDateTime receivedAt,
            LocalDate dueOn,
            boolean late,
            String answer,
            @Nullable OffsetDateTime answeredAt,
            String answeredBy,
            PersonalData.Person person) {}

    /** Somebody saw or took away what is held about the person. */
    record Look(OffsetDateTime at, String person, String organization, String action, String subject) {}

    PageOf<Row> find(@Nullable String state, @Nullable String q, Paging paging) {
        var where = new StringBuilder("true");
        Map<String, Object> values = new HashMap<>();
        var wanted = Lenient.value(PersonalDataState.class, state);
        if (wanted != null) {
            where.append(" and q.state = :state");
            values.put("state", wanted.name());
        }
        var words = Lenient.pattern(q);
        if (words != null) {
            where.append(" and (q.number ilike :q or q.name ilike :q or q.phone = :whole)");
            values.put("q", words);
            values.put("whole", String.valueOf(q).strip());
        }
        return page(where.toString(), values, "q.state <> 'OPEN', q.due_on, q.received_at desc, q.id", paging, true);
    }

    PageOf<Row> own(Viewer viewer, Paging paging) {
        return page("q.account_id = :me", Map.of("me", viewer.account()), "q.received_at desc, q.id", paging, false);
    }

    Optional<Row> find(UUID id) {
        return one(id, true);
    }

    Optional<Row> one(UUID id, boolean masked) {
        return jdbc.sql("""
                select q.*, coalesce(a.name, '') as by_name from personal_data_request q left join account a on a.id = q.answered_by
                 where q.id = ?
                """).param(id).query((row, n) -> row(row, masked)).optional();
    }

    /** Everything that the portal holds about the person, module by module. */
    List<Held> held(PersonalData.Person person) {
        return sources.stream().flatMap(s -> s.about(person).stream()).toList();
    }

    /** Who saw, revealed or exported these records, from the audit, the latest first. */
    List<Look> looks(List<Held> held) {
        if (held.isEmpty()) return List.of();
        return jdbc.sql("""
                select at, person, organization, action, subject from audit_entry
                 where entity_id in (:records) and (action like '%.reveal' or action like '%.export') order by at desc, id desc limit 100
                """)
                .param("records", held.stream().map(Held::record).toList())
                .query(Look.class)
                .list();
    }

    private PageOf<Row> page(String where, Map<String, Object> values, String order, Paging paging, boolean masked) {
        int total = jdbc.sql("select count(*) from (select 1 from personal_data_request q where " + where + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        var rows = jdbc.sql("""
                select q.*, coalesce(a.name, '') as by_name from personal_data_request q left join account a on a.id = q.answered_by
                 where %s order by %s limit :size offset :offset
                """.formatted(where, order))
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row, masked))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    private Row row(ResultSet row, boolean masked) throws SQLException {
        var state = PersonalDataState.valueOf(row.getString("state"));
        var due = Objects.requireNonNull(row.getObject("due_on", LocalDate.class));
        var phone = row.getString("phone");
        var email = row.getString("email");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                PersonalDataKind.valueOf(row.getString("kind")),
                state,
                masked ? Masked.name(row.getString("name")) : row.getString("name"),
                masked ? Masked.phone(phone) : phone,
                masked ? Masked.email(email) : email,
                row.getString("detail"),
                row.getObject("received_at", OffsetDateTime.class),
                due,
                state == PersonalDataState.OPEN && due.isBefore(LocalDate.now(clock)),
                row.getString("answer"),
                row.getObject("answered_at", OffsetDateTime.class),
                row.getString("by_name"),
                new PersonalData.Person(
                        row.getObject("account_id", UUID.class), phone, email.toLowerCase(java.util.Locale.ROOT)));
    }
}
