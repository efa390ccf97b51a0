package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.Heading;
import org.lianqiao.sheets.SheetBody;
import org.lianqiao.sheets.SheetHeader;
import org.lianqiao.sheets.SheetRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows as they were read, until they are confirmed. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Staging {
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Judging judging;
    private final People people;
    private final Catalogue catalogue;

    /** A line that is no row, as the preview shows it. */
    record Skipped(int line, String text) {}

    void stage(
            UUID id,
            String sheet,
            SheetHeader header,
            SheetBody body,
            Map<Integer, Use> uses,
            @Nullable BigDecimal unit,
            boolean hiddenToo,
            Viewer officer) {
        var reader =
                new LeadReader(header.headings(), uses, unit, new Names(officer.organization(), people, catalogue));
        var leads = body.rows().stream()
                .filter(l -> hiddenToo || !l.row().hidden())
                .map(reader::read)
                .toList();
        if (leads.isEmpty()) throw new Refused("prospects.import.refused.rows");
        jdbc.sql("delete from ledger_import_row where import_id = ?").param(id).update();
        for (int from = 0; from < leads.size(); from += AT_ONCE)
            add(id, leads.subList(from, Math.min(from + AT_ONCE, leads.size())));
        jdbc.sql("""
                update ledger_import set state = 'CHECKED', sheet = :sheet, header_line = :line, unit = :unit, hidden_too = :hidden,
                       failure = '', titles = cast(:titles as jsonb), skipped = cast(:skipped as jsonb) where id = :id
                """)
                .param("sheet", sheet)
                .param("line", header.first())
                .param("unit", unit, java.sql.Types.NUMERIC)
                .param("hidden", hiddenToo)
                .param("titles", json.writeValueAsString(titles(header)))
                .param(
                        "skipped",
                        json.writeValueAsString(body.skipped().stream()
                                .limit(50)
                                .map(r -> new Skipped(r.number(), text(r)))
                                .toList()))
                .param("id", id)
                .update();
        if (leads.size() > AT_ONCE)
            jdbc.sql("analyze ledger_import_row (import_id, line, verdict, organization_id, code, key, number)")
                    .update();
        judging.judge(id, officer.organization(), Objects.requireNonNull(officer.allianceId()));
    }

    private void add(UUID id, List<Lead> leads) {
        jdbc.sql("""
                insert into ledger_import_row (import_id, line, hidden, enterprise, key, code, matter, number, stage, attention, owner, amount, region,
                       node, source, summary, profile, reported, signed, landed, step, due, texts, contacts, notes, problems, fingerprint, cells, verdict)
                select :id, l.line, l.hidden, l.enterprise, l.key, l.code, l.matter, l.number, l.stage, l.attention, l.owner, l.amount, l.region,
                       l.node, l.source, l.summary, l.profile, l.reported, l.signed, l.landed, l.step, l.due, l.texts, l.contacts, l.notes,
                       l.problems, l.fingerprint, l.cells, case when l.problems = '[]' then 'NEW' else 'BAD' end
                  from jsonb_populate_recordset(null::ledger_import_row, cast(:rows as jsonb)) l
                """)
                .param("id", id)
                .param("rows", json.writeValueAsString(leads))
                .update();
    }

    /** The heads in their places, for the sheet of what is to be mended. */
    private static List<String> titles(SheetHeader header) {
        var titles = new ArrayList<String>();
        for (Heading heading : header.headings()) {
            while (titles.size() < heading.column()) titles.add("");
            titles.add(heading.title());
        }
        return titles;
    }

    private static String text(SheetRow row) {
        var text = String.join(
                " ",
                row.cells().stream()
                        .map(c -> c.text())
                        .filter(t -> !t.isEmpty())
                        .toList());
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
