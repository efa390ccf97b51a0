package org.lianqiao.prospects.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.prospects.ProspectStatus;
import org.lianqiao.prospects.Sight;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Transfers, for the office that offers and the one that answers; what is proposed only is the first one's own. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class TransferQueries {
    private static final int MOST = 100;
    private static final String SHOWN =
            " (t.from_office_id = :office or (t.to_office_id = :office and t.state <> 'PROPOSED')"
                    + " or (:coordinating and " + Sight.WHOLE + ")) ";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /** An open transfer, or one of the past, in a list. */
    record Row(
            UUID id,
            String enterprise,
            String matter,
            String from,
            String to,
            boolean ours,
            boolean theirs,
            TransferState state,
            ConsentState consent,
            LocalDate on) {}

    /** A prospect that the office introduced, with what became of it. */
    record Introduced(UUID id, String enterprise, String holder, Stage stage, ProspectStatus status, LocalDate on) {}

    Optional<TransferPage> find(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select t.*, t.from_office_id = :office as ours, t.to_office_id = :office as theirs, %s as seen, p.number, p.matter, p.chain_id, p.region_code,
                       p.amount_yuan, p.summary, p.stage, p.status, o.name as enterprise, f.name as from_name, g.name as to_name,
                       a.name as offered_name, coalesce(b.name, '') as approved_name, coalesce(c.name, '') as answered_name,
                       (t.offered_at at time zone 'Asia/Shanghai')::date as offered_on,
                       (t.answered_at at time zone 'Asia/Shanghai')::date as answered_on, coalesce(k.name, '') as contact_name
                  from prospect_transfer t join prospect p on p.id = t.prospect_id join organization o on o.id = p.organization_id
                  join organization f on f.id = t.from_office_id join organization g on g.id = t.to_office_id
                  join account a on a.id = t.offered_by left join account b on b.id = t.approved_by
                  left join account c on c.id = t.answered_by left join contact k on k.id = t.contact_id
                 where t.id = :id and %s
                """.formatted(Sight.SEEN, SHOWN))
                .params(Sight.of(viewer))
                .param("id", id)
                .query((row, n) -> page(row))
                .optional();
    }

    List<Row> list(Viewer viewer, boolean open) {
        return jdbc.sql("""
                select t.id, o.name as enterprise, p.matter, coalesce(nullif(f.short_name, ''), f.name) as "from",
                       coalesce(nullif(g.short_name, ''), g.name) as "to", t.from_office_id = :office as ours, t.to_office_id = :office as theirs, t.state,
                       t.consent_state as consent, (coalesce(t.answered_at, t.offered_at) at time zone 'Asia/Shanghai')::date as "on"
                  from prospect_transfer t join prospect p on p.id = t.prospect_id join organization o on o.id = p.organization_id
                  join organization f on f.id = t.from_office_id join organization g on g.id = t.to_office_id
                 where (t.state in ('PROPOSED', 'OFFERED')) = :open and %s order by coalesce(t.answered_at, t.offered_at) desc limit :most
                """.formatted(SHOWN))
                .params(Sight.of(viewer))
                .param("open", open)
                .param("most", MOST)
                .query(Row.class)
                .list();
    }

    List<Introduced> introduced(Viewer viewer) {
        return jdbc.sql("""
                select p.id, o.name as enterprise, coalesce(nullif(h.short_name, ''), h.name) as holder, p.stage, p.status,
                       (x.introduced_at at time zone 'Asia/Shanghai')::date as "on"
                  from prospect_introducer x join prospect p on p.id = x.prospect_id join organization o on o.id = p.organization_id
                  join organization h on h.id = p.holder_office_id
                 where x.organization_id = ? order by x.introduced_at desc limit ?
                """)
                .params(viewer.organization(), MOST)
                .query(Introduced.class)
                .list();
    }

    /** The open transfer of a prospect. */
    Optional<TransferPage> openOf(UUID prospect, Viewer viewer) {
        return jdbc.sql("select id from prospect_transfer where prospect_id = ? and state in ('PROPOSED', 'OFFERED')")
                .param(prospect)
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(id, viewer));
    }

    List<String> introducers(UUID prospect) {
        return jdbc.sql("select o.name from prospect_introducer x join organization o on o.id = x.organization_id"
                        + " where x.prospect_id = ? order by x.introduced_at")
                .param(prospect)
                .query(String.class)
                .list();
    }

    private TransferPage page(ResultSet row) throws SQLException {
        return new TransferPage(
                row.getObject("id", UUID.class),
                row.getBoolean("ours"),
                row.getBoolean("theirs"),
                row.getBoolean("seen"),
                row.getObject("prospect_id", UUID.class),
                text(row.getString("number")),
                text(row.getString("enterprise")),
                text(row.getString("matter")),
                catalogue.chainName(row.getObject("chain_id", UUID.class)),
                catalogue.regionName(row.getString("region_code")),
                Money.ofYuan(row.getBigDecimal("amount_yuan")),
                text(row.getString("summary")),
                Stage.valueOf(row.getString("stage")),
                ProspectStatus.valueOf(row.getString("status")),
                row.getObject("from_office_id", UUID.class),
                text(row.getString("from_name")),
                row.getObject("to_office_id", UUID.class),
                text(row.getString("to_name")),
                text(row.getString("reason")),
                row.getBoolean("stays"),
                TransferState.valueOf(row.getString("state")),
                text(row.getString("offered_name")),
                row.getObject("offered_on", LocalDate.class),
                text(row.getString("approved_name")),
                text(row.getString("answer")),
                text(row.getString("answered_name")),
                row.getObject("answered_on", LocalDate.class),
                ConsentState.valueOf(row.getString("consent_state")),
                row.getString("consent_how"),
                row.getObject("consent_on", LocalDate.class),
                text(row.getString("consent_evidence")),
                Masked.name(row.getString("contact_name")));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
