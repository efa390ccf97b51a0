package org.lianqiao.prospects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One prospect with its timeline, as far as the viewer's seat lets see. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProspectPages {
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Clock clock;

    /** From where the viewer looks; nothing where the record is not theirs to see. */
    Optional<Seat> seat(UUID id, Viewer viewer) {
        return jdbc.sql("select " + Sight.SEAT + " from prospect p where p.id = :id")
                .params(Sight.of(viewer))
                .param("id", id)
                .query((row, n) -> Optional.ofNullable(row.getString(1)).map(Seat::valueOf))
                .optional()
                .flatMap(seat -> seat);
    }

    Optional<ProspectPage> find(UUID id, Viewer viewer) {
        return jdbc.sql("select p.*, " + Sight.SEAT + """
                         as seat, o.name as enterprise, o.uscc, o.status = 'REGISTERED' as registered, h.name as holder,
                       coalesce(a.name, '') as owner, r.name as reporter, ro.name as reported_office,
                       (p.stage_since at time zone 'Asia/Shanghai')::date as since,
                       (p.reported_at at time zone 'Asia/Shanghai')::date as reported_on,
                       coalesce(i.number, '') as intent, i.office_id = :office or :coordinating as intent_open, i.need_id, coalesce(d.title, '') as need, coalesce(j.name, '') as project,
                       exists (select from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN') as contacted
                  from prospect p join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                  left join account r on r.id = p.reported_by join organization ro on ro.id = p.reported_office_id
                  left join account a on a.id = p.owner_account_id left join intent i on i.id = p.intent_id
                  left join need d on d.id = i.need_id left join project j on j.id = p.project_id
                 where p.id = :id
                """)
                .params(Sight.of(viewer))
                .param("id", id)
                .query((row, n) ->
                        row.getString("seat") == null ? Optional.<ProspectPage>empty() : Optional.of(page(row)))
                .optional()
                .flatMap(page -> page);
    }

    private ProspectPage page(ResultSet row) throws SQLException {
        var seat = Seat.valueOf(row.getString("seat"));
        return new ProspectPage(
                row.getObject("id", UUID.class),
                seat,
                text(row.getString("enterprise")),
                row.getObject("holder_office_id", UUID.class),
                text(row.getString("holder")),
                Stage.valueOf(row.getString("stage")),
                ProspectStatus.valueOf(row.getString("status")),
                seat.seesAll() ? whole(row) : null);
    }

    private ProspectPage.Whole whole(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var chain = row.getObject("chain_id", UUID.class);
        var node = row.getObject("node_id", UUID.class);
        var why = row.getString("drop_reason");
        var today = LocalDate.now(clock);
        return new ProspectPage.Whole(
                text(row.getString("number")),
                row.getObject("organization_id", UUID.class),
                text(row.getString("uscc")),
                row.getBoolean("registered"),
                text(row.getString("matter")),
                row.getObject("owner_account_id", UUID.class),
                text(row.getString("owner")),
                (int) ChronoUnit.DAYS.between(row.getObject("since", LocalDate.class), today),
                Attention.valueOf(row.getString("attention")),
                Sharing.valueOf(row.getString("sharing")),
                LeadSource.valueOf(row.getString("source")),
                text(row.getString("source_note")),
                row.getObject("intent_id", UUID.class),
                text(row.getString("intent")),
                row.getBoolean("intent_open"),
                row.getObject("need_id", UUID.class),
                text(row.getString("need")),
                row.getObject("project_id", UUID.class),
                text(row.getString("project")),
                catalogue.chainName(chain),
                chain == null ? "" : catalogue.chainCode(chain),
                node,
                catalogue.nodeName(node),
                row.getString("region_code"),
                catalogue.regionName(row.getString("region_code")),
                Money.ofYuan(row.getBigDecimal("amount_yuan")),
                text(row.getString("summary")),
                row.getObject("reported_on", LocalDate.class),
                text(row.getString("reporter")),
                text(row.getString("reported_office")),
                row.getObject("review_on", LocalDate.class),
                why == null ? null : DropReason.valueOf(why),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("landed_on", LocalDate.class),
                row.getObject("protected_until", LocalDate.class),
                row.getBoolean("contacted"),
                row.getLong("version"),
                due(id, today),
                partners(id),
                timeline(id));
    }

    private List<ProspectPage.Due> due(UUID id, LocalDate today) {
        return jdbc.sql("""
                select f.id, f.next_step, coalesce(a.name, '') as owner, f.next_due_on from follow_up f
                  left join account a on a.id = f.next_owner_id
                 where f.prospect_id = ? and f.next_step <> '' and f.done_at is null order by f.next_due_on, f.id limit 20
                """)
                .param(id)
                .query((row, n) -> {
                    var on = row.getObject("next_due_on", LocalDate.class);
                    return new ProspectPage.Due(
                            row.getObject("id", UUID.class),
                            text(row.getString("next_step")),
                            text(row.getString("owner")),
                            on,
                            on.isBefore(today));
                })
                .list();
    }

    private List<ProspectPage.Partner> partners(UUID id) {
        return jdbc.sql("""
                select o.id, o.name, x.function, (x.joined_at at time zone 'Asia/Shanghai')::date as joined_on
                  from prospect_partner x join organization o on o.id = x.office_id where x.prospect_id = ? order by x.joined_at
                """)
                .param(id)
                .query((row, n) -> {
                    var function = row.getString("function");
                    return new ProspectPage.Partner(
                            row.getObject("id", UUID.class),
                            text(row.getString("name")),
                            function == null ? null : SiteFunction.valueOf(function),
                            row.getObject("joined_on", LocalDate.class));
                })
                .list();
    }

    /** Moves, follow-ups and other changes, the latest first. */
    private List<ProspectPage.Entry> timeline(UUID id) {
        return jdbc.sql("""
                select t.*, coalesce(a.name, '') as by, coalesce(w.name, '') as step_owner_name, coalesce(nullif(o.short_name, ''), o.name, '') as office from (
                    select 'STAGE' as kind, c.move as code, c.changed_at as at, c.from_stage, c.to_stage, c.reason as text, '' as step,
                           null::uuid as step_owner, c.happened_on as day, null::timestamptz as done_at, c.landing, c.drop_reason,
                           c.document_number, c.file_id as ref, c.changed_by, null::uuid as office_id, c.id
                      from stage_change c where c.prospect_id in (select m.id from prospect m where m.id = :id or m.merged_into = :id)
                    union all
                    select 'FOLLOW', f.channel, coalesce(f.happened_at, f.created_at), null, null, f.text, f.next_step, f.next_owner_id,
                           f.next_due_on, f.done_at, null, null, '', f.meeting_id, f.created_by, f.office_id, f.id
                      from follow_up f where f.prospect_id in (select m.id from prospect m where m.id = :id or m.merged_into = :id)
                    union all
                    select 'CHANGE', x.what, x.changed_at, null, null, x.detail, '', null, null, null, null, null, '', null,
                           x.changed_by, null, x.id
                      from prospect_change x where x.prospect_id in (select m.id from prospect m where m.id = :id or m.merged_into = :id)) t
                  left join account a on a.id = t.changed_by left join account w on w.id = t.step_owner left join organization o on o.id = t.office_id
                 order by t.at desc, t.id desc limit :longest
                """)
                .param("id", id)
                .param("longest", LONGEST)
                .query((row, n) -> entry(row))
                .list();
    }

    private ProspectPage.Entry entry(ResultSet row) throws SQLException {
        var done = row.getObject("done_at", OffsetDateTime.class);
        return new ProspectPage.Entry(
                text(row.getString("kind")),
                text(row.getString("code")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("from_stage"),
                row.getString("to_stage"),
                text(row.getString("text")),
                text(row.getString("step")),
                text(row.getString("step_owner_name")),
                row.getObject("day", LocalDate.class),
                done == null ? null : day(done.toInstant()),
                row.getString("landing"),
                row.getString("drop_reason"),
                text(row.getString("document_number")),
                row.getObject("ref", UUID.class),
                text(row.getString("by")),
                text(row.getString("office")));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, org.lianqiao.shared.Time.ZONE);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
