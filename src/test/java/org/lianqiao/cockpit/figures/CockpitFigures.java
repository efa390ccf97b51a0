package org.lianqiao.cockpit.figures;

import java.util.Arrays;
import java.util.Locale;
import org.lianqiao.accounts.Viewers;
import org.lianqiao.bench.Portal;
import org.lianqiao.shared.Viewer;
import org.lianqiao.testing.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the cockpit takes over many prospects and projects, spread over all offices, chains, stages and three years. */
public final class CockpitFigures {
    private static final int TIMES = 9;

    private final Portal portal;
    private final JdbcClient jdbc;

    private CockpitFigures(Portal portal) {
        this.portal = portal;
        jdbc = portal.get(JdbcClient.class);
    }

    /** Fills ledger and library up to so many and prints the first view and the median of those after it. */
    public static void print(Portal portal, int prospects, int projects) {
        new CockpitFigures(portal).run(prospects, projects);
    }

    private void run(int prospects, int projects) {
        fill("PROSPECTS", PROSPECTS, prospects);
        fill("PARTNERS", PARTNERS, prospects);
        fill("PROJECTS", PROJECTS, projects);
        jdbc.sql("vacuum analyze").update();
        var people = new People(jdbc, portal.get(Viewers.class));
        for (var login : new String[] {"tz-lead", "tz-coord", "lf-coord", "joint"})
            for (var scope : CockpitFilter.scopes(people.viewer(login)))
                measure(login, people.viewer(login), scope, "2019-01-01");
        measure("tz-coord", people.viewer("tz-coord"), "BOTH", null);
    }

    private void fill(String what, String sql, int count) {
        long from = System.nanoTime();
        jdbc.sql(sql).param("count", count).update();
        System.out.printf(Locale.ROOT, "%s: %,d in %.1f s%n", what, count, (System.nanoTime() - from) / 1e9);
    }

    private void measure(String login, Viewer viewer, String scope, String from) {
        var overview = portal.get(Overview.class);
        var filter = new CockpitFilter(scope, from, null, null);
        var times = new double[TIMES];
        long leads = 0;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            leads = overview.page(filter, viewer).figures().get(0).count();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s %s since %s: %,d leads; first %.0f ms, median %.0f ms, slowest %.0f ms%n",
                login,
                scope,
                from,
                leads,
                first,
                times[TIMES / 2],
                times[TIMES - 1]);
    }

    private static final String OFFICES = """
            offices as (select array_agg(o.id order by o.id) as ids, array_agg(o.account order by o.id) as people from
                (select m.organization_id as id, (array_agg(m.account_id order by m.account_id))[1] as account
                   from membership m join organization o on o.id = m.organization_id and o.kind in ('OFFICE', 'DEPARTMENT')
                   join alliance_region a on a.region_code = o.region_code group by 1) o),
            nodes as (select array_agg(id order by id) as ids, array_agg(chain_id order by id) as chains from chain_node),
            alliance_of as (select id from alliance order by code limit 1)
            """;

    private static final String PROSPECTS = "with " + OFFICES + """
            , made as materialized (select gen_random_uuid() as organization, gen_random_uuid() as prospect, n, 1 + n % 8 as step,
                  1 + (n / 7) % cardinality((select ids from offices)) as office, 1 + (n / 3) % cardinality((select ids from nodes)) as node
                from generate_series(1, :count) n),
            orgs as (insert into organization (id, kind, name, status, created_at)
                select organization, 'ENTERPRISE', '示例·批量企业' || organization, 'KNOWN', now() from made returning id)
            insert into prospect (id, number, alliance_id, organization_id, matter, holder_office_id, owner_account_id, stage, status, stage_since,
                sharing, source, source_note, chain_id, node_id, region_code, amount_yuan, summary, reported_at, reported_by, reported_office_id,
                created_at, updated_at, review_on, next_due_on, days_to_contact, days_to_negotiation, days_to_signing, days_to_landing, days_to_production)
            select prospect, 'BENCH-' || prospect, a.id, organization, '生产基地', o.ids[office], o.people[office],
                (array['LEAD', 'LEAD', 'CONTACTED', 'CONTACTED', 'NEGOTIATING', 'SIGNED', 'LANDED', 'PRODUCING'])[step],
                case when step = 8 then 'DONE' else (array['OPEN', 'OPEN', 'OPEN', 'PAUSED', 'DROPPED'])[1 + n % 5] end, now(),
                (array['SIDE', 'BOTH', 'OFFICE'])[1 + n % 3], (array['INTENT', 'EVENT', 'VISIT', 'REFERRAL', 'IMPORT'])[1 + n % 5],
                case when n % 5 = 1 then '示例对接会' || n % 40 else '' end, d.chains[node], d.ids[node],
                (array['110112', '131082', '131024', '131028'])[1 + n % 4], 1000000 * (1 + n % 500), repeat('意向落位，已多次对接。', 6),
                now() - n % 1000 * interval '1 day', o.people[office], o.ids[office], now() - n % 1000 * interval '1 day', now(), current_date + 30,
                case when n % 3 = 0 then current_date + n % 40 - 10 end, case when step > 2 then n % 20 end, case when step > 4 then n % 60 end,
                case when step > 5 then n % 90 end, case when step > 6 then n % 200 end, case when step > 7 then n % 300 end
              from made, offices o, nodes d, alliance_of a
            """;

    private static final String PARTNERS = "with " + OFFICES + """
            insert into prospect_partner (prospect_id, office_id, joined_at)
            select p.id, o.ids[1 + abs(hashtext(p.id::text)) % cardinality(o.ids)], now() from (select id from prospect where number like 'BENCH-%'
                   and hashtext(id::text) % 6 = 0 limit :count) p, offices o on conflict do nothing
            """;

    private static final String PROJECTS = "with " + OFFICES + """
            , made as materialized (select gen_random_uuid() as project, n, 1 + n % cardinality((select ids from offices)) as office,
                  1 + n % cardinality((select ids from nodes)) as node from generate_series(1, :count) n),
            projects as (insert into project (id, number, alliance_id, holder_office_id, name, chain_id, node_id, publication, published_at, created_by, created_at, updated_at)
                select project, 'BENCH-' || project, a.id, o.ids[office], '示例·批量项目' || n, d.chains[node], d.ids[node],
                       case when n % 3 = 0 then 'INTERNAL' else 'PUBLISHED' end, now(), o.people[office], now(), now()
                  from made, offices o, nodes d, alliance_of a returning id)
            insert into project_site (id, project_id, function, region_code, office_id, amount_yuan, stage, signed_on, started_on, position)
            select gen_random_uuid(), project, (array['RESEARCH', 'PRODUCTION'])[i], (array['110112', '131082', '131024', '131028'])[1 + (n + i * (n % 3)) % 4],
                   o.ids[1 + (n + i) % cardinality(o.ids)], 10000000 * (1 + n % 90), case when n % 4 = 0 then 'STARTED' else 'SIGNED' end,
                   current_date - n % 1000, case when n % 4 = 0 then current_date - n % 500 end, i
              from made, offices o, generate_series(1, 2) i
            """;
}
