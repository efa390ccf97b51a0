package org.lianqiao.prospects.imports;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the rows of an import with the ledger, all at once. A record is known by our number, else by code and matter; a
 * name alone makes a row similar, and the sheet's own count says nothing. What was loaded already in the same words is the
 * same.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Judging {
    private final JdbcClient jdbc;

    void judge(UUID id, UUID office, UUID alliance) {
        findEnterprises(id);
        run(id, office, alliance, """
                update ledger_import_row r set target_id = null, reason = '',
                    verdict = case when r.problems = '[]' then 'NEW' else 'BAD' end
                 where r.import_id = :id and (r.verdict <> case when r.problems = '[]' then 'NEW' else 'BAD' end or r.reason <> '' or r.target_id is not null)
                """);
        run(id, office, alliance, BY_NUMBER);
        run(id, office, alliance, OURS);
        run(id, office, alliance, OTHERS);
        run(id, office, alliance, LOOKS_LIKE);
        run(id, office, alliance, OTHER_NAME);
        run(id, office, alliance, TWICE);
        run(id, office, alliance, SAME);
    }

    /** By code; else by name, where one of both has no code. */
    void findEnterprises(UUID id) {
        jdbc.sql("""
                update ledger_import_row r set organization_id = f.organization_id
                  from (select x.line, coalesce((select o.id from organization o where o.uscc = x.code),
                            (select o.id from organization o where o.kind = 'ENTERPRISE'
                                and lower(regexp_replace(o.name, '[\\s()（）]', '', 'g')) = x.key and (o.uscc is null or x.code is null)
                              order by o.uscc is null, o.status = 'REGISTERED' desc, o.id limit 1)) as organization_id
                          from ledger_import_row x where x.import_id = :id) f
                 where r.import_id = :id and r.line = f.line and r.organization_id is distinct from f.organization_id
                """).param("id", id).update();
    }

    private void run(UUID id, UUID office, UUID alliance, String sql) {
        var statement = jdbc.sql(sql).param("id", id);
        if (sql.contains(":office")) statement = statement.param("office", office);
        if (sql.contains(":alliance")) statement = statement.param("alliance", alliance);
        statement.update();
    }

    private static final String SAME_MATTER =
            "lower(regexp_replace(p.matter, '\\s', '', 'g')) = lower(regexp_replace(r.matter, '\\s', '', 'g'))";

    private static final String BY_NUMBER = """
            update ledger_import_row r set (verdict, reason, target_id) = (
                select case when p.id is null then 'BAD' else 'UPDATE' end,
                       case when p.id is null then 'prospects.import.problem.unknownNumber' else '' end, p.id
                  from (select 1) one left join prospect p on p.number = r.number and p.holder_office_id = :office)
             where r.import_id = :id and r.verdict = 'NEW' and r.number is not null
            """;

    /** Same enterprise and matter; else another matter of it that the office follows. */
    private static final String OURS = """
            update ledger_import_row r set target_id = f.id,
                verdict = case when f.same and r.code is not null then 'UPDATE' else 'SIMILAR' end,
                reason = case when f.same and r.code is not null then '' when f.same then 'prospects.import.reason.sameName'
                              else 'prospects.import.reason.otherMatter' end
              from (select distinct on (r.line) r.line, p.id, %1$s as same
                      from ledger_import_row r join prospect p on p.organization_id = r.organization_id and p.holder_office_id = :office
                     where r.import_id = :id and r.verdict = 'NEW' and (p.status in ('OPEN', 'PAUSED', 'DONE') or %1$s)
                     order by r.line, %1$s desc, p.status in ('OPEN', 'PAUSED') desc, p.updated_at desc) f
             where r.import_id = :id and r.line = f.line
            """.formatted(SAME_MATTER);

    private static final String OTHERS = """
            update ledger_import_row r set target_id = f.id, verdict = case when f.same then 'CLASH' else r.verdict end,
                reason = case when f.same then 'prospects.import.reason.clash' else 'prospects.import.reason.elsewhere' end
              from (select distinct on (r.line) r.line, p.id, %1$s as same
                      from ledger_import_row r join prospect p on p.organization_id = r.organization_id and p.alliance_id = :alliance
                     where r.import_id = :id and (r.verdict = 'NEW' or r.reason = 'prospects.import.reason.otherMatter')
                       and p.holder_office_id <> :office and p.status in ('OPEN', 'PAUSED')
                     order by r.line, %1$s desc, p.reported_at) f
             where r.import_id = :id and r.line = f.line and (f.same or r.verdict = 'NEW' and r.code is not null)
            """.formatted(SAME_MATTER);

    /** A name of the office's ledger that differs only in form and place. */
    private static final String LOOKS_LIKE = """
            with ours as materialized (select enterprise_core(o.name) as core, p.id, o.uscc, p.updated_at from prospect p
                       join organization o on o.id = p.organization_id where p.holder_office_id = :office and p.status in ('OPEN', 'PAUSED')),
                 fresh as materialized (select line, enterprise_core(enterprise) as core, code from ledger_import_row
                       where import_id = :id and verdict = 'NEW' and organization_id is null),
                 found as (select distinct on (n.line) n.line, o.id from fresh n join ours o on o.core = n.core
                       where length(n.core) > 1 and (n.code is null or o.uscc is null) order by n.line, o.updated_at desc)
            update ledger_import_row r set verdict = 'SIMILAR', reason = 'prospects.import.reason.similarName', target_id = f.id
              from found f where r.import_id = :id and r.line = f.line
            """;

    /** The code is trusted, not the name; that they disagree is said. */
    private static final String OTHER_NAME = """
            update ledger_import_row r set reason = 'prospects.import.reason.otherName' from organization o
             where r.import_id = :id and r.verdict in ('NEW', 'UPDATE') and r.reason = '' and o.id = r.organization_id and o.uscc = r.code
               and lower(regexp_replace(o.name, '[\\s()（）]', '', 'g')) <> r.key
            """;

    /** The same enterprise and matter twice in one sheet: in the same words it is one row, else it must be mended. */
    private static final String TWICE = """
            update ledger_import_row r set target_id = null, verdict = case when f.fingerprint = r.fingerprint then 'SAME' else 'BAD' end,
                reason = case when f.fingerprint = r.fingerprint then 'prospects.import.reason.twice' else 'prospects.import.problem.twice' end
              from (select line, first_value(line) over w as first, first_value(fingerprint) over w as fingerprint
                      from ledger_import_row where import_id = :id and verdict <> 'BAD'
                    window w as (partition by coalesce(number, coalesce(code, key) || '|' || lower(regexp_replace(matter, '\\s', '', 'g'))) order by line)) f
             where r.import_id = :id and r.line = f.line and f.line <> f.first
            """;

    /** The same words as when the record was last loaded, or nothing that the record does not say. */
    private static final String SAME = """
            update ledger_import_row r set verdict = 'SAME', reason = 'prospects.import.reason.same'
              from prospect p join organization o on o.id = p.organization_id
             where r.import_id = :id and r.verdict in ('UPDATE', 'SIMILAR') and p.id = r.target_id
               and (r.fingerprint = (select x.fingerprint from ledger_import_row x join ledger_import i on i.id = x.import_id
                                      where x.prospect_id = p.id and x.outcome in ('CREATED', 'UPDATED') order by i.finished_at desc limit 1)
                    or (r.verdict = 'UPDATE' and p.matter = r.matter and (r.amount is null or p.amount_yuan = r.amount)
                        and (r.attention is null or p.attention = r.attention) and (r.owner is null or p.owner_account_id = r.owner)
                        and (r.region is null or p.region_code = r.region) and (r.node is null or p.node_id = r.node)
                        and (r.source = '' or p.source_note = r.source) and (r.summary = '' or p.summary = r.summary)
                        and (r.signed is null or p.signed_on = r.signed) and (r.landed is null or p.landed_on = r.landed)
                        and (r.code is null or o.uscc is not distinct from r.code)
                        and (r.step = '' or exists (select from follow_up f where f.prospect_id = p.id and f.next_step = r.step))
                        and not exists (select from jsonb_to_recordset(r.contacts) as c(name text, phone text)
                             where not exists (select from contact k where k.organization_id = p.organization_id and k.name = c.name
                                   and k.phone = c.phone and k.erased_at is null))
                        and not exists (select from jsonb_to_recordset(r.texts) as t(label text, text text)
                             where not exists (select from prospect_text k where k.prospect_id = p.id and k.replaced_by is null
                                   and k.label = t.label and k.text = t.text))))
            """;
}
