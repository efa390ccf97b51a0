package org.lianqiao.prospects.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Consultations, for the office that asks, those that answer, and the joint office once both sides have to agree. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ConsultationQueries {
    private static final String SHOWN = """
             (c.office_id = :office or exists (select from lead_consultation_answer x where x.consultation_id = c.id and x.office_id = :office)
              or (:joint and p.alliance_id = :alliance and exists (select from lead_consultation_answer x where x.consultation_id = c.id and x.coordinating)))
            """;

    private final JdbcClient jdbc;

    /** A line of the list. @param turn whether the viewer's office has something to say */
    record Row(
            UUID id,
            String enterprise,
            String matter,
            String office,
            LeadOutcome wish,
            LocalDate dueOn,
            boolean late,
            String state,
            @Nullable LeadOutcome outcome,
            boolean turn) {}

    Optional<Consultation> find(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select c.*, p.number, p.matter, p.alliance_id, p.holder_office_id, o.name as enterprise, h.name as holder, f.name as office,
                       a.name as asker, (c.asked_at at time zone 'Asia/Shanghai')::date as asked_on,
                       (c.settled_at at time zone 'Asia/Shanghai')::date as settled_on
                  from lead_consultation c join prospect p on p.id = c.prospect_id join organization o on o.id = p.organization_id
                  join organization h on h.id = p.holder_office_id join organization f on f.id = c.office_id join account a on a.id = c.asked_by
                 where c.id = :id and %s
                """.formatted(SHOWN))
                .params(Sight.of(viewer))
                .param("joint", viewer.isOfficer() && viewer.joint())
                .param("id", id)
                .query((row, n) -> consultation(row))
                .optional();
    }

    List<Row> list(Viewer viewer) {
        return jdbc.sql("""
                select c.id, o.name as enterprise, p.matter, f.name as office, c.wish, c.due_on, c.due_on < current_date and c.state in ('OPEN', 'ESCALATED') as late,
                       c.state, c.outcome, exists (select from lead_consultation_answer x where x.consultation_id = c.id and x.office_id = :office
                           and x.confirmed_at is null and x.coordinating = (c.state = 'ESCALATED') and c.state in ('OPEN', 'ESCALATED')) as turn
                  from lead_consultation c join prospect p on p.id = c.prospect_id join organization o on o.id = p.organization_id
                  join organization f on f.id = c.office_id where %s
                 order by c.state in ('SETTLED', 'WITHDRAWN'), c.asked_at desc limit 100
                """.formatted(SHOWN))
                .params(Sight.of(viewer))
                .param("joint", viewer.isOfficer() && viewer.joint())
                .query(Row.class)
                .list();
    }

    /** Holds the consultation until the transaction ends, so that two last answers come one after the other. */
    void hold(UUID id) {
        jdbc.sql("select id from lead_consultation where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    Optional<UUID> openOf(UUID prospect) {
        return jdbc.sql("select id from lead_consultation where prospect_id = ? and state in ('OPEN', 'ESCALATED')")
                .param(prospect)
                .query(UUID.class)
                .optional();
    }

    /** The holder and its partners, without the office that asks. */
    List<UUID> concerned(UUID prospect, UUID office) {
        return jdbc.sql("""
                select holder_office_id from prospect where id = :prospect
                union select office_id from prospect_partner where prospect_id = :prospect and office_id <> :office
                """)
                .param("prospect", prospect)
                .param("office", office)
                .query(UUID.class)
                .list();
    }

    private Consultation consultation(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var function = row.getString("function");
        var outcome = row.getString("outcome");
        return new Consultation(
                id,
                row.getObject("prospect_id", UUID.class),
                text(row.getString("number")),
                text(row.getString("enterprise")),
                text(row.getString("matter")),
                row.getObject("alliance_id", UUID.class),
                row.getObject("holder_office_id", UUID.class),
                text(row.getString("holder")),
                row.getObject("office_id", UUID.class),
                text(row.getString("office")),
                LeadOutcome.valueOf(row.getString("wish")),
                function == null ? null : SiteFunction.valueOf(function),
                text(row.getString("reason")),
                text(row.getString("asker")),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                text(row.getString("state")),
                outcome == null ? null : LeadOutcome.valueOf(outcome),
                text(row.getString("document_number")),
                row.getObject("file_id", UUID.class),
                row.getObject("settled_on", LocalDate.class),
                answers(id));
    }

    private List<Consultation.Answer> answers(UUID id) {
        return jdbc.sql("""
                select o.id as office_id, o.name as office, x.coordinating, x.outcome, x.opinion, coalesce(d.name, '') as drafted_by,
                       coalesce(f.name, '') as confirmed_by, (x.confirmed_at at time zone 'Asia/Shanghai')::date as confirmed_on
                  from lead_consultation_answer x join organization o on o.id = x.office_id
                  left join account d on d.id = x.drafted_by left join account f on f.id = x.confirmed_by
                 where x.consultation_id = ? order by x.coordinating, o.name
                """).param(id).query(Consultation.Answer.class).list();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
