package org.lianqiao.prospects.imports;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.OrganizationsImported;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the rows of an import into the ledger, within one transaction, some hundreds at a time. Nobody becomes the first
 * reporter of what stood in an old ledger, and none of it is protected.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class Taking {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Judging judging;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;

    /** What is taken. */
    record Job(
            UUID id,
            UUID office,
            UUID alliance,
            UUID by,
            boolean whole,
            boolean stock,
            boolean both,
            String fileName,
            OffsetDateTime at) {}

    /** @throws Refused where all or none was wanted and not all can come in */
    void take(Job job, IntConsumer done) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger import'))")
                .query((row, n) -> 0)
                .list();
        judging.judge(job.id, job.office, job.alliance);
        if (job.whole && undecided(job.id) > 0) throw new Refused("prospects.import.refused.whole");
        of(
                        job,
                        "update ledger_import_row r set outcome = case when " + CREATES + " then 'CREATED' when "
                                + UPDATES
                                + " then 'UPDATED' when r.verdict = 'BAD' or r.verdict = 'CLASH' and not :stock then 'REFUSED'"
                                + " when r.verdict = 'CLASH' and r.choice is null then 'CLASHED' else 'SKIPPED' end where r.import_id = :id")
                .update();
        addEnterprises(job);
        learnCodes(job);
        int count = 0;
        for (var lines : parts(job.id)) {
            create(job, lines);
            update(job, lines);
            addTexts(job, lines);
            addContacts(job, lines);
            addSteps(job, lines);
            done.accept(count += lines.length);
        }
    }

    private static final String CREATES =
            "(r.verdict = 'NEW' and r.choice is distinct from 'SKIP' or r.verdict = 'SIMILAR' and r.choice = 'NEW')";
    private static final String UPDATES =
            "(r.verdict = 'UPDATE' and r.choice is distinct from 'SKIP' or r.verdict = 'SIMILAR' and r.choice = 'UPDATE')";

    /** Rows that cannot come in, or about which nobody has decided. */
    int undecided(UUID id) {
        return jdbc.sql("""
                select count(*) from ledger_import_row where import_id = ?
                   and (verdict = 'BAD' or verdict in ('SIMILAR', 'CLASH') and choice is null)
                """).param(id).query(Integer.class).single();
    }

    private StatementSpec of(Job job, String sql) {
        var statement = jdbc.sql(sql);
        if (sql.contains(":id")) statement = statement.param("id", job.id);
        if (sql.contains(":office")) statement = statement.param("office", job.office);
        if (sql.contains(":by")) statement = statement.param("by", job.by);
        if (sql.contains(":at")) statement = statement.param("at", job.at);
        if (sql.contains(":stock")) statement = statement.param("stock", job.stock);
        return statement;
    }

    /** Noted by who loads them, so that they are known to that office alone; those with a code first. */
    private void addEnterprises(Job job) {
        for (var which : List.of("r.code is not null", "r.code is null")) {
            var added = of(job, """
                    insert into organization (id, kind, name, uscc, status, profile, created_at, created_by)
                    select gen_random_uuid(), 'ENTERPRISE', r.enterprise, r.code, 'KNOWN', r.profile, :at, :by
                      from (select distinct on (coalesce(r.code, r.key)) r.* from ledger_import_row r
                             where r.import_id = :id and r.organization_id is null and r.outcome = 'CREATED' and %s
                             order by coalesce(r.code, r.key), r.line) r
                    on conflict do nothing returning id
                    """.formatted(which)).query(UUID.class).list();
            if (added.isEmpty()) continue;
            judging.findEnterprises(job.id);
            for (int from = 0; from < added.size(); from += 2_000)
                events.publishEvent(new OrganizationsImported(
                        List.copyOf(added.subList(from, Math.min(from + 2_000, added.size())))));
        }
    }

    /** An enterprise that nobody registered takes the code that is now learnt. */
    private void learnCodes(Job job) {
        of(job, """
                update organization o set uscc = r.code, version = o.version + 1
                  from (select distinct on (organization_id) organization_id, code from ledger_import_row
                         where import_id = :id and outcome in ('CREATED', 'UPDATED') and code is not null order by organization_id, line) r
                 where o.id = r.organization_id and o.uscc is null and o.status = 'KNOWN'
                   and not exists (select from organization x where x.uscc = r.code)
                """).update();
    }

    private List<Integer[]> parts(UUID id) {
        var lines = jdbc.sql("select line from ledger_import_row where import_id = ? order by line")
                .param(id)
                .query(Integer.class)
                .list();
        var parts = new ArrayList<Integer[]>();
        for (int from = 0; from < lines.size(); from += AT_ONCE)
            parts.add(
                    lines.subList(from, Math.min(from + AT_ONCE, lines.size())).toArray(Integer[]::new));
        return parts;
    }

    private static final String OF_PART = " r.import_id = :id and r.line = any(cast(:lines as int[])) and r.outcome = ";

    private void create(Job job, Integer[] lines) {
        var ids = new String[lines.length];
        for (int i = 0; i < lines.length; i++) ids[i] = Ids.next().toString();
        var given = numbers.next(Numbers.Kind.PROSPECT, lines.length);
        of(job, """
                with numbered as (select * from unnest(cast(:lines as int[]), cast(:ids as uuid[]), cast(:numbers as text[])) as n(line, id, number)),
                     made as (insert into prospect (id, number, alliance_id, organization_id, matter, holder_office_id, owner_account_id, stage, status,
                            stage_since, attention, sharing, source, source_note, chain_id, node_id, region_code, amount_yuan, summary, reported_at,
                            reported_office_id, signed_on, landed_on, created_at, updated_at)
                       select n.id, n.number, :alliance, r.organization_id, r.matter, :office, r.owner, coalesce(r.stage, 'LEAD'),
                              case when r.stage = 'PRODUCING' then 'DONE' else 'OPEN' end, coalesce(r.reported::timestamp at time zone 'Asia/Shanghai', :at),
                              coalesce(r.attention, 'KEEP'), :sharing, 'IMPORT', r.source, c.chain_id, r.node, r.region, r.amount, r.summary,
                              coalesce(r.reported::timestamp at time zone 'Asia/Shanghai', :at), :office, r.signed, r.landed, :at, :at
                         from ledger_import_row r join numbered n on n.line = r.line left join chain_node c on c.id = r.node
                        where r.import_id = :id and r.outcome = 'CREATED' order by r.line
                       on conflict (alliance_id, organization_id, lower(regexp_replace(matter, '\\s', '', 'g'))) where status in ('OPEN', 'PAUSED') do nothing
                       returning id, stage),
                     opened as (insert into stage_change (id, prospect_id, move, to_stage, reason, changed_at)
                       select gen_random_uuid(), id, 'OPENED', stage, :reason, :at from made)
                update ledger_import_row r set prospect_id = m.id, outcome = case when m.id is null then 'CLASHED' else 'CREATED' end
                  from numbered n left join made m on m.id = n.id where r.line = n.line and r.import_id = :id and r.outcome = 'CREATED'
                """)
                .param("lines", lines)
                .param("ids", ids)
                .param("numbers", given.toArray(String[]::new))
                .param("alliance", job.alliance)
                .param("sharing", job.both ? "BOTH" : "SIDE")
                .param("reason", "存量导入：" + job.fileName)
                .update();
    }

    /** What the sheet leaves blank stays; the stage moves by its own rules only. */
    private void update(Job job, Integer[] lines) {
        of(job, """
                update ledger_import_row r set prospect_id = r.target_id, before = (select jsonb_build_object('matter', p.matter, 'amount_yuan', p.amount_yuan,
                       'attention', p.attention, 'owner_account_id', p.owner_account_id, 'region_code', p.region_code, 'node_id', p.node_id, 'chain_id', p.chain_id,
                       'source_note', p.source_note, 'summary', p.summary, 'signed_on', p.signed_on, 'landed_on', p.landed_on, 'updated_at', p.updated_at)
                     from prospect p where p.id = r.target_id)
                 where""" + OF_PART + "'UPDATED'").param("lines", lines).update();
        of(job, """
                update prospect p set matter = r.matter, amount_yuan = coalesce(r.amount, p.amount_yuan), attention = coalesce(r.attention, p.attention),
                       owner_account_id = coalesce(r.owner, p.owner_account_id), region_code = coalesce(r.region, p.region_code),
                       chain_id = coalesce(c.chain_id, p.chain_id), node_id = coalesce(r.node, p.node_id),
                       source_note = coalesce(nullif(r.source, ''), p.source_note), summary = coalesce(nullif(r.summary, ''), p.summary),
                       signed_on = coalesce(r.signed, p.signed_on), landed_on = coalesce(r.landed, p.landed_on), updated_at = :at, version = p.version + 1
                  from ledger_import_row r left join chain_node c on c.id = r.node
                 where p.id = r.prospect_id and p.holder_office_id = :office and""" + OF_PART + "'UPDATED'").param("lines", lines).update();
        of(job, """
                insert into prospect_change (id, prospect_id, what, detail, changed_by, changed_at)
                select gen_random_uuid(), r.prospect_id, 'EDITED', :reason, :by, :at from ledger_import_row r where""" + OF_PART + "'UPDATED'")
                .param("lines", lines)
                .param("reason", job.fileName)
                .update();
    }

    private void addTexts(Job job, Integer[] lines) {
        of(job, """
                update prospect_text t set replaced_by = :id from ledger_import_row r
                 where t.prospect_id = r.prospect_id and t.replaced_by is null and exists (select from jsonb_to_recordset(r.texts) as n(label text)
                       where n.label = t.label) and""" + OF_PART + "'UPDATED'").param("lines", lines).update();
        of(job, """
                insert into prospect_text (id, prospect_id, import_id, position, label, text, mark)
                select gen_random_uuid(), r.prospect_id, :id, row_number() over (partition by r.line), t.label, t.text, t.mark
                  from ledger_import_row r cross join jsonb_to_recordset(r.texts) as t(label text, text text, mark text)
                 where r.outcome in ('CREATED', 'UPDATED') and r.import_id = :id and r.line = any(cast(:lines as int[]))
                """).param("lines", lines).update();
    }

    /** Held by the office that loads them, with their source; the same person is kept once. */
    private void addContacts(Job job, Integer[] lines) {
        of(job, """
                insert into contact (id, organization_id, name, title, phone, source, source_note, held_by_office_id, created_at, created_by)
                select distinct on (r.organization_id, c.name, c.phone) gen_random_uuid(), r.organization_id, c.name, c.title, c.phone, 'IMPORT',
                       coalesce(nullif(c.note, ''), :reason), :office, :at, :by
                  from ledger_import_row r cross join jsonb_to_recordset(r.contacts) as c(name text, title text, phone text, note text)
                 where r.outcome in ('CREATED', 'UPDATED') and r.import_id = :id and r.line = any(cast(:lines as int[]))
                   and not exists (select from contact k where k.organization_id = r.organization_id and k.name = c.name and k.phone = c.phone
                                    and k.held_by_office_id = :office and k.erased_at is null)
                 order by r.organization_id, c.name, c.phone, r.line
                """).param("lines", lines).param("reason", job.fileName).update();
    }

    private void addSteps(Job job, Integer[] lines) {
        of(job, """
                insert into follow_up (id, prospect_id, channel, next_step, next_owner_id, next_due_on, office_id, created_by, created_at)
                select gen_random_uuid(), r.prospect_id, 'PLAN', r.step, coalesce(r.owner, :by), r.due, :office, :by, :at from ledger_import_row r
                 where r.outcome in ('CREATED', 'UPDATED') and r.import_id = :id and r.line = any(cast(:lines as int[])) and r.step <> '' and r.due is not null
                   and not exists (select from follow_up f where f.prospect_id = r.prospect_id and f.next_step = r.step)
                """).param("lines", lines).update();
    }
}
