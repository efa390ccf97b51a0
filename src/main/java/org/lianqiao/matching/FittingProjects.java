package org.lianqiao.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.matching.ranking.Demand;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Published projects with which an enterprise could work: what goes into the project's node, or what it goes into. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class FittingProjects {
    private static final int LOOKED_AT = 200;
    private static final int SHOWN = 6;

    private final Matchmaker matchmaker;
    private final Why why;
    private final Catalogue catalogue;
    private final Choices choices;
    private final JdbcClient jdbc;

    private record Project(
            UUID id, String name, @Nullable UUID chainId, String node, String[] functions, String[] regions) {}

    /** @param places where it stands, function by function */
    record Row(UUID id, String name, String chain, String places, boolean strong, float score, List<String> reasons) {}

    List<Row> of(Viewer viewer) {
        var rows = new ArrayList<Row>();
        for (var project : published(viewer)) {
            for (var match : matchmaker.among(demand(project), Set.of(viewer.organization())))
                rows.add(new Row(
                        project.id,
                        project.name,
                        catalogue.chainName(project.chainId),
                        places(project),
                        match.strong(),
                        match.score(),
                        why.of(match, viewer)));
        }
        rows.sort(Comparator.comparing((Row r) -> !r.strong).thenComparing(r -> -r.score));
        return rows.stream().limit(SHOWN).toList();
    }

    private List<Project> published(Viewer viewer) {
        return jdbc.sql("""
                select p.id, case when :english and p.name_en <> '' then p.name_en else p.name end as name, p.chain_id, n.name_zh as node,
                       array(select s.function from project_site s where s.project_id = p.id order by s.position) as functions,
                       array(select s.region_code from project_site s where s.project_id = p.id order by s.position) as regions
                  from project p join chain_node n on n.id = p.node_id
                 where p.publication = 'PUBLISHED' and p.organization_id is distinct from cast(:own as uuid)
                 order by p.published_at desc, p.id desc limit :most
                """)
                .param("english", "en".equals(LocaleContextHolder.getLocale().getLanguage()))
                .param("own", viewer.organization())
                .param("most", LOOKED_AT)
                .query((row, i) -> new Project(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("chain_id", UUID.class),
                        row.getString("node"),
                        (String[]) row.getArray("functions").getArray(),
                        (String[]) row.getArray("regions").getArray()))
                .list();
    }

    private static Demand demand(Project project) {
        var node = List.of(project.node);
        var region = project.regions.length == 0 ? null : project.regions[0];
        return new Demand(List.of(), node, node, "", region, null, false, Set.of(), Set.of());
    }

    private String places(Project project) {
        var places = new ArrayList<String>();
        for (int i = 0; i < project.functions.length; i++)
            places.add(catalogue.regionName(project.regions[i]) + " "
                    + choices.label(SiteFunction.valueOf(project.functions[i])));
        return String.join(" · ", places);
    }
}
