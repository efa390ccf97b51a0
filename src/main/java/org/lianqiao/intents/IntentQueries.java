package org.lianqiao.intents;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
import org.lianqiao.web.Lenient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What senders, offices and owners read of intents; the permission stands in each statement. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class IntentQueries {
    private static final String ROW = """
            i.id, i.number, i.state, i.target, coalesce(n.title, p.name, '') as title, i.region_code, i.enterprise_name,
            coalesce(o.name, '') as office, to_char(i.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as submitted_on,
            i.answer_due_on
            """;
    private static final String FROM = """
             from intent i left join need n on n.id = i.need_id left join project p on p.id = i.project_id
             left join organization o on o.id = i.office_id
            """;
    private static final String WAITING = "i.state in ('UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED')";
    private static final String UNASSIGNED =
            "i.office_id is null and i.state in ('UNVERIFIED', 'UNASSIGNED') and i.alliance_id = :alliance";
    /** The offices of the viewer's side. */
    private static final String SIDE = """
            i.office_id in (select x.id from organization x join region r on r.code = x.region_code
               join alliance_region a on a.region_code in (r.code, r.parent_code)
              where a.alliance_id = :alliance and a.side = :side and x.kind = 'OFFICE')
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Clock clock;

    record Inbox(PageOf<IntentRow> page, List<Facet> states) {}

    /** What an office has to answer or answered; for a coordinating office also what nobody has, or its whole side. */
    Inbox inbox(InboxFilter filter, Paging paging, Viewer officer) {
        var mine = "(i.office_id = :organization and i.state <> 'DRAFT')";
        var scope = !officer.coordinating()
                ? mine
                : filter.isSide() ? "(" + SIDE + " and i.state <> 'DRAFT')" : "(" + mine + " or (" + UNASSIGNED + "))";
        var values = place(officer);
        var where = new StringBuilder(" where ").append(scope);
        var state = filter.stateOf();
        var words = Lenient.pattern(filter.q());
        if (state != null) {
            where.append(" and i.state = :state");
            values.put("state", state.name());
        }
        if (words != null) {
            where.append(
                    " and (i.enterprise_name ilike :q or i.number ilike :q or n.title ilike :q or p.name ilike :q)");
            values.put("q", words);
        }
        var states = new ArrayList<Facet>();
        int[] total = {0};
        jdbc.sql("select state, count(*) from (select i.state " + FROM + where + " limit " + (PageOf.CAP + 1)
                        + ") hits group by state order by 2 desc")
                .params(values)
                .query(row -> {
                    total[0] += row.getInt(2);
                    var one = IntentState.valueOf(row.getString(1));
                    states.add(new Facet(one.name(), choices.label(one), row.getLong(2), one == state));
                });
        return new Inbox(
                new PageOf<>(
                        rows(
                                where + " order by " + WAITING + " desc, case when " + WAITING
                                        + " then i.answer_due_on end, i.submitted_at desc, i.id desc",
                                values,
                                paging),
                        paging,
                        total[0]),
                states);
    }

    /** What an organisation sent, or what was sent in its name. */
    PageOf<IntentRow> sent(@Nullable String state, Paging paging, Viewer sender) {
        var wanted = Lenient.value(IntentState.class, state);
        var values = place(sender);
        var where =
                " where (i.sender_organization_id = :organization or (i.organization_id = :organization and i.state <> 'DRAFT'))"
                        + (wanted == null ? "" : " and i.state = :state");
        if (wanted != null) values.put("state", wanted.name());
        return page(where, values, paging);
    }

    /** What was sent about the needs and projects of an organisation, once an office knows the sender. */
    PageOf<IntentRow> received(@Nullable String state, Paging paging, Viewer owner) {
        var wanted = Lenient.value(IntentState.class, state);
        var values = place(owner);
        var where = """
                 where i.state not in ('DRAFT', 'UNVERIFIED') and i.id in (
                    select x.id from intent x join need y on y.id = x.need_id where y.organization_id = :organization
                    union all select x.id from intent x join project y on y.id = x.project_id where y.organization_id = :organization)
                """ + (wanted == null ? "" : " and i.state = :state");
        if (wanted != null) values.put("state", wanted.name());
        return page(where, values, paging);
    }

    private PageOf<IntentRow> page(String where, Map<String, @Nullable Object> values, Paging paging) {
        int total = jdbc.sql("select count(*) from (select 1 " + FROM + where + " limit " + (PageOf.CAP + 1) + ") hits")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows(where + " order by i.created_at desc, i.id desc", values, paging), paging, total);
    }

    private List<IntentRow> rows(String where, Map<String, @Nullable Object> values, Paging paging) {
        return jdbc.sql("select " + ROW + FROM + where + " limit :size offset :offset")
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row))
                .list();
    }

    private IntentRow row(ResultSet row) throws SQLException {
        var state = IntentState.valueOf(row.getString("state"));
        var due = row.getObject("answer_due_on", LocalDate.class);
        return new IntentRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                state,
                IntentTarget.valueOf(row.getString("target")),
                title(row),
                text(row.getString("enterprise_name")),
                text(row.getString("office")),
                row.getString("submitted_on"),
                due,
                isLate(state, due));
    }

    /** The whole, from the reader's seat; nothing where the reader has none. */
    Optional<IntentPage> find(UUID id, Viewer viewer) {
        var seats = """
                case when :officer and i.state <> 'DRAFT' and i.office_id = :organization then 'OFFICE'
                     when :coordinating and %s then 'COORDINATOR'
                     when :coordinating and i.state <> 'DRAFT' and %s then 'SIDE'
                     when :officer and exists (select from intent_change c where c.intent_id = i.id and c.from_office_id = :organization) then 'FORMER_OFFICE'
                     when :member and (i.sender_organization_id = :organization or (i.organization_id = :organization and i.state <> 'DRAFT')) then 'SENDER'
                     when i.state not in ('DRAFT', 'UNVERIFIED') and :organization in (n.organization_id, p.organization_id) then 'OWNER' end
                """.formatted(UNASSIGNED, SIDE);
        return one("where i.id = :id", seats, Map.of("id", id), viewer);
    }

    /** For who holds the way back. */
    Optional<IntentPage> follow(String token) {
        if (!Tokens.isOne(token)) return Optional.empty();
        return one(
                "where i.sender_account_id is null and i.token_hash = :hash",
                "'SENDER'",
                Map.of("hash", Tokens.digest(token)),
                Viewer.VISITOR);
    }

    private Optional<IntentPage> one(String where, String seat, Map<String, Object> by, Viewer viewer) {
        var found = jdbc.sql("select " + ROW + """
                        , i.uscc, i.contact_name, i.contact_phone, i.function, i.amount_yuan, i.message,
                        (select x.name from organization x where x.id = coalesce(n.organization_id, p.organization_id)) as owner,
                        i.owner_may_see_contact, i.office_id, coalesce(i.need_id, i.project_id) as subject,
                        to_char(i.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as submitted_at,
                        (select s.id from prospect s where s.intent_id = i.id
                            union all select s.prospect_id from prospect_partner s where s.intent_id = i.id limit 1) as prospect,
                        """ + seat + " as seat " + FROM + where)
                .params(place(viewer))
                .params(by)
                .query((row, n) ->
                        row.getString("seat") == null ? Optional.<IntentPage>empty() : Optional.of(page(row)))
                .optional();
        return found.flatMap(page -> page);
    }

    private IntentPage page(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var state = IntentState.valueOf(row.getString("state"));
        var due = row.getObject("answer_due_on", LocalDate.class);
        var function = row.getString("function");
        var seat = IntentPage.Seat.valueOf(row.getString("seat"));
        return new IntentPage(
                id,
                row.getString("number"),
                state,
                IntentTarget.valueOf(row.getString("target")),
                row.getObject("subject", UUID.class),
                title(row),
                seat == IntentPage.Seat.OFFICE ? text(row.getString("owner")) : "",
                text(row.getString("enterprise_name")),
                text(row.getString("uscc")),
                text(row.getString("contact_name")),
                text(row.getString("contact_phone")),
                function == null ? null : SiteFunction.valueOf(function),
                row.getObject("amount_yuan", BigDecimal.class),
                text(row.getString("message")),
                row.getBoolean("owner_may_see_contact"),
                row.getObject("office_id", UUID.class),
                text(row.getString("office")),
                row.getString("submitted_at"),
                due,
                isLate(state, due),
                row.getObject("prospect", UUID.class),
                seat,
                changes(id));
    }

    private List<IntentPage.Change> changes(UUID id) {
        return jdbc.sql("""
                select c.action, c.reason, coalesce(f.name, '') as from_office, coalesce(t.name, '') as to_office,
                       coalesce(a.name, '') as by, to_char(c.changed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
                  from intent_change c left join organization f on f.id = c.from_office_id
                  left join organization t on t.id = c.to_office_id left join account a on a.id = c.changed_by
                 where c.intent_id = ? order by c.changed_at desc, c.id desc
                """).param(id).query(IntentPage.Change.class).list();
    }

    private String title(ResultSet row) throws SQLException {
        var region = row.getString("region_code");
        return region == null ? text(row.getString("title")) : catalogue.regionName(region);
    }

    private boolean isLate(IntentState state, @Nullable LocalDate due) {
        return due != null && state.isWaiting() && due.isBefore(LocalDate.now(clock));
    }

    private static Map<String, @Nullable Object> place(Viewer viewer) {
        var values = new HashMap<String, @Nullable Object>();
        var nobody = new UUID(0, 0);
        values.put("organization", Objects.requireNonNullElse(viewer.organizationId(), nobody));
        values.put("alliance", Objects.requireNonNullElse(viewer.allianceId(), nobody));
        values.put("side", Objects.requireNonNullElse(viewer.side(), ""));
        values.put("officer", viewer.isOfficer());
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        values.put("member", viewer.isMember());
        return values;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
