package org.lianqiao.prospects;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetColumn;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.sheets.SheetHead;
import org.lianqiao.sheets.SheetWriter;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger as a sheet: what the list shows to this officer and no more, row by row from the database to the stream. It
 * is recorded before the first row leaves; contacts go out only of prospects that the office itself works on, marked with
 * who took them, and not without end.
 */
@Service
@RequiredArgsConstructor
class LedgerExport {
    private static final int AT_ONCE = 500;
    /** How many rows may go out with contacts at a time; {@code ledger.contact-export-rows} sets another number. */
    private static final int MOST_WITH_CONTACTS = 500;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * What is to go out.
     *
     * @param ids a selection; all that the filter finds where empty
     * @param purpose why contacts are needed; empty where none are asked for
     */
    record Wanted(
            LedgerFilter filter,
            Scope scope,
            List<UUID> ids,
            LedgerLayout layout,
            SheetFormat format,
            boolean contacts,
            String purpose) {}

    @Transactional(readOnly = true)
    public int count(LedgerFilter filter, Scope scope, List<UUID> ids, Viewer viewer) {
        return jdbc.sql("select count(*)" + from(filter, scope, ids, viewer))
                .params(values(filter, ids, viewer))
                .query(Integer.class)
                .single();
    }

    /** @throws Refused at {@code purpose} or {@code contacts} where contacts may not go out like this */
    @Transactional
    public void record(Wanted wanted, Viewer viewer) {
        int rows = count(wanted.filter, wanted.scope, wanted.ids, viewer);
        if (rows == 0) throw new Refused("prospects.export.nothing");
        if (wanted.contacts) {
            if (wanted.purpose.isEmpty()) throw Refused.at("purpose", "prospects.export.purpose.required");
            int most = settings.number("ledger.contact-export-rows", MOST_WITH_CONTACTS);
            if (rows > most) throw Refused.at("contacts", "prospects.export.contacts.tooMany", rows, most);
        }
        events.publishEvent(new Recorded(
                viewer,
                wanted.contacts ? "contact.export" : "ledger.export",
                "ledger",
                null,
                choices.label(wanted.scope) + "，" + rows + " 条",
                wanted.format.extension() + (wanted.contacts ? "，含联系人，用途：" + wanted.purpose : "")));
    }

    /** Writes what {@link #record} recorded. */
    @Transactional(readOnly = true)
    public void write(Wanted wanted, Viewer viewer, OutputStream out) throws IOException {
        var columns = new ArrayList<>(wanted.layout.columns());
        if (wanted.contacts) {
            columns.add(new LedgerLayout.Column(LedgerColumn.CONTACT, ""));
            columns.add(new LedgerLayout.Column(LedgerColumn.PHONE, ""));
        }
        var head = new SheetHead(
                choices.text("prospects.export.sheet"),
                wanted.layout.title(),
                mark(wanted, viewer),
                columns.stream().map(c -> column(c, wanted.layout.unit())).toList());
        try (var sheet = SheetWriter.open(wanted.format, out, head)) {
            rows(wanted, columns, viewer, sheet);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void rows(Wanted wanted, List<LedgerLayout.Column> columns, Viewer viewer, SheetWriter sheet) {
        var today = LocalDate.now(clock);
        var grouping = wanted.layout.grouping();
        var order = grouping == null ? "p.id desc" : order(grouping) + ", p.id desc";
        var group = new String[1];
        jdbc.sql("""
                select p.*, o.name as enterprise, o.uscc, coalesce(nullif(h.short_name, ''), h.name) as holder, coalesce(a.name, '') as owner,
                       (p.stage_since at time zone 'Asia/Shanghai')::date as since, (p.reported_at at time zone 'Asia/Shanghai')::date as reported_on,
                       n.next_step, n.name as next_owner, l.text as last_text, (l.happened_at at time zone 'Asia/Shanghai')::date as last_on,
                       (select string_agg(coalesce(nullif(x.short_name, ''), x.name), '、' order by y.joined_at) from prospect_partner y join organization x on x.id = y.office_id where y.prospect_id = p.id and p.whole) as partners,
                       c.name as contact, c.phone
                  from (select p.*, %s as whole, %s as worked %s) p
                  join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                  left join account a on a.id = p.owner_account_id
                  left join lateral (select f.next_step, x.name from follow_up f left join account x on x.id = f.next_owner_id
                       where f.prospect_id = p.id and f.next_step <> '' and f.done_at is null order by f.next_due_on, f.id limit 1) n on p.whole
                  left join lateral (select f.text, f.happened_at from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN'
                       order by f.created_at desc limit 1) l on p.whole
                  left join lateral (select c.name, c.phone from contact c where c.organization_id = p.organization_id and c.erased_at is null
                       and (c.held_by_office_id is null or c.held_by_office_id = :office) order by c.created_at desc limit 1) c on p.worked and :contacts
                 order by %s
                """.formatted(
                                whole(wanted.scope, viewer),
                                Sight.WORKED,
                                from(wanted.filter, wanted.scope, wanted.ids, viewer),
                                order))
                .params(values(wanted.filter, wanted.ids, viewer))
                .param("contacts", wanted.contacts)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    try {
                        if (grouping != null) {
                            var name = group(grouping, row);
                            if (!name.equals(group[0])) sheet.group(name);
                            group[0] = name;
                        }
                        var cells = new ArrayList<@Nullable Object>(columns.size());
                        for (var column : columns) cells.add(cell(column.code(), row, wanted.layout.unit(), today));
                        sheet.row(cells);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** What the row does not show to the viewer stays empty, whatever was asked for. */
    private @Nullable Object cell(LedgerColumn column, ResultSet row, LedgerLayout.Unit unit, LocalDate today)
            throws SQLException {
        switch (column) {
            case ENTERPRISE:
                return row.getString("enterprise");
            case HOLDER:
                return row.getString("holder");
            case STAGE:
                return choices.label(Stage.valueOf(row.getString("stage")));
            case STATUS:
                return choices.label(ProspectStatus.valueOf(row.getString("status")));
            default:
                return row.getBoolean("whole") ? whole(column, row, unit, today) : null;
        }
    }

    private @Nullable Object whole(LedgerColumn column, ResultSet row, LedgerLayout.Unit unit, LocalDate today)
            throws SQLException {
        return switch (column) {
            case NUMBER -> row.getString("number");
            case CODE -> row.getString("uscc");
            case MATTER -> row.getString("matter");
            case ATTENTION -> choices.label(Attention.valueOf(row.getString("attention")));
            case DAYS -> ChronoUnit.DAYS.between(row.getObject("since", LocalDate.class), today);
            case PARTNERS -> row.getString("partners");
            case OWNER -> row.getString("owner");
            case CHAIN -> catalogue.chainName(row.getObject("chain_id", UUID.class));
            case NODE -> catalogue.nodeName(row.getObject("node_id", UUID.class));
            case REGION -> catalogue.regionName(row.getString("region_code"));
            case AMOUNT -> sum(row.getBigDecimal("amount_yuan"), unit);
            case SOURCE -> choices.label(LeadSource.valueOf(row.getString("source")));
            case SOURCE_NOTE -> row.getString("source_note");
            case REPORTED_ON -> row.getObject("reported_on", LocalDate.class);
            case SUMMARY -> row.getString("summary");
            case LAST_ON -> row.getObject("last_on", LocalDate.class);
            case LAST_TEXT -> row.getString("last_text");
            case NEXT_STEP -> row.getString("next_step");
            case NEXT_OWNER -> row.getString("next_owner");
            case NEXT_DUE -> row.getObject("next_due_on", LocalDate.class);
            case SIGNED_ON -> row.getObject("signed_on", LocalDate.class);
            case LANDED_ON -> row.getObject("landed_on", LocalDate.class);
            case CONTACT -> row.getString("contact");
            case PHONE -> row.getString("phone");
            default -> throw new IllegalArgumentException(column.name());
        };
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal yuan, LedgerLayout.Unit unit) {
        var money = Money.ofYuan(yuan);
        if (money == null) return null;
        return unit == LedgerLayout.Unit.YI ? money.yi() : money.wan();
    }

    private static String order(LedgerLayout.Grouping grouping) {
        return switch (grouping) {
            case STAGE ->
                "array_position(array['LEAD', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED', 'PRODUCING'], p.stage)";
            case ATTENTION ->
                "case when p.whole then array_position(array['FOCUS', 'KEEP', 'REST'], p.attention) end nulls last";
            case CHAIN -> "case when p.whole then p.chain_id end nulls last";
            case HOLDER -> "h.name, p.holder_office_id";
        };
    }

    private String group(LedgerLayout.Grouping grouping, ResultSet row) throws SQLException {
        boolean whole = row.getBoolean("whole");
        return switch (grouping) {
            case STAGE -> choices.label(Stage.valueOf(row.getString("stage")));
            case HOLDER -> row.getString("holder");
            case ATTENTION ->
                whole
                        ? choices.label(Attention.valueOf(row.getString("attention")))
                        : choices.text("prospects.export.shared");
            case CHAIN -> {
                var chain = whole ? catalogue.chainName(row.getObject("chain_id", UUID.class)) : "";
                yield chain.isEmpty() ? choices.text("prospects.export.noChain") : chain;
            }
        };
    }

    private SheetColumn column(LedgerLayout.Column column, LedgerLayout.Unit unit) {
        var code = column.code();
        var title = column.title().isEmpty() ? choices.label(code) : column.title();
        if (code == LedgerColumn.AMOUNT) title += "（" + choices.label(unit) + "）";
        return new SheetColumn(title, code.kind(), code.width());
    }

    private String mark(Wanted wanted, Viewer viewer) {
        if (!wanted.contacts) return "";
        return choices.text(
                "prospects.export.mark",
                viewer.organizationName(),
                viewer.name(),
                LocalDateTime.now(clock).format(MINUTE),
                wanted.purpose);
    }

    private static String whole(Scope scope, Viewer viewer) {
        return scope.isWide(viewer) ? Sight.WHOLE : "true";
    }

    private static String from(LedgerFilter filter, Scope scope, List<UUID> ids, Viewer viewer) {
        return " from prospect p join organization o on o.id = p.organization_id where " + scope.where() + " and "
                + filter.where(whole(scope, viewer)) + (ids.isEmpty() ? "" : " and p.id in (:ids)");
    }

    private Map<String, Object> values(LedgerFilter filter, List<UUID> ids, Viewer viewer) {
        var values = new HashMap<>(Sight.of(viewer));
        values.putAll(filter.values(viewer.account(), LocalDate.now(clock)));
        if (!ids.isEmpty()) values.put("ids", Objects.requireNonNull(ids));
        return values;
    }
}
