package org.lianqiao.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The chains, and each from upstream to downstream: who is there, what is open, what is missing. */
@Controller
@RequiredArgsConstructor
class ChainController {
    private final JdbcClient jdbc;

    record Row(String code, String name, int nodes, int needs, int projects, int gaps) {}

    /** @param feeds what the node goes into */
    record Node(UUID id, String stream, String name, int enterprises, int needs, int projects, String feeds) {
        public boolean isGap() {
            return enterprises == 0;
        }
    }

    @GetMapping("/chains")
    String list(Model model) {
        var rows = jdbc.sql("""
                select c.code, case when :english then c.name_en else c.name_zh end as name, count(n.id)::int as nodes,
                       (select count(*) from need d where d.chain_id = c.id and d.state = 'PUBLISHED')::int as needs,
                       (select count(*) from project p where p.chain_id = c.id and p.publication = 'PUBLISHED')::int as projects,
                       count(n.id) filter (where not exists (select from organization_node x
                           join organization o on o.id = x.organization_id join alliance_region a on a.region_code = o.region_code
                           where x.node_id = n.id and o.kind = 'ENTERPRISE'))::int as gaps
                  from industry_chain c left join chain_node n on n.chain_id = c.id and n.active
                 where c.active group by c.id order by c.position
                """).param("english", english()).query(Row.class).list();
        model.addAttribute("chains", rows);
        return "catalogue/chains";
    }

    @GetMapping("/chains/{code}")
    String show(@PathVariable String code, Model model) {
        var name = jdbc.sql("""
                select case when :english then name_en else name_zh end from industry_chain where code = :code and active
                """)
                .param("english", english())
                .param("code", code)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        var nodes = jdbc.sql("""
                select n.id, n.stream, case when :english then n.name_en else n.name_zh end as name,
                       (select count(*) from organization_node x join organization o on o.id = x.organization_id and o.kind = 'ENTERPRISE'
                          join alliance_region a on a.region_code = o.region_code where x.node_id = n.id)::int as enterprises,
                       (select count(*) from need d where d.node_id = n.id and d.state = 'PUBLISHED')::int as needs,
                       (select count(*) from project p where p.node_id = n.id and p.publication = 'PUBLISHED')::int as projects,
                       coalesce((select string_agg(case when :english then d.name_en else d.name_zh end, '、' order by d.position)
                          from chain_edge e join chain_node d on d.id = e.downstream_id where e.upstream_id = n.id), '') as feeds
                  from chain_node n join industry_chain c on c.id = n.chain_id where c.code = :code and n.active
                 order by array_position(array['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM'], n.stream), n.position
                """)
                .param("english", english())
                .param("code", code)
                .query(Node.class)
                .list();
        Map<String, List<Node>> streams = new LinkedHashMap<>();
        for (var stream : List.of("UPSTREAM", "MIDSTREAM", "DOWNSTREAM"))
            streams.put(
                    stream, nodes.stream().filter(n -> n.stream.equals(stream)).toList());
        model.addAttribute("name", name);
        model.addAttribute("streams", streams);
        model.addAttribute("nodes", nodes);
        return "catalogue/chain";
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
