package org.lianqiao.projects.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the view {@code project_count}, which says the rule: the page and the cockpit cannot differ. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class CountingQueries {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;

    List<CountLine> of(UUID project) {
        return jdbc.sql("""
                select c.*, g.paper, s.function, s.region_code, coalesce(o.name, a.title, e.name_zh, '') as what
                  from project_count c left join project_signing g on g.id = c.signing_id left join project_site s on s.id = c.site_id
                  left join organization o on o.id = c.organization_id left join agreement a on a.id = c.agreement_id
                  left join event e on e.id = c.event_id
                 where c.project_id = ? order by c.signed_on, c.n
                """)
                .param(project)
                .query((row, n) -> {
                    var function = row.getString("function");
                    return new CountLine(
                            row.getObject("signing_id", UUID.class),
                            row.getString("kind"),
                            row.getObject("signed_on", LocalDate.class),
                            row.getBigDecimal("amount_yuan"),
                            row.getInt("counted_projects"),
                            row.getString("basis"),
                            row.getObject("counted_yuan", BigDecimal.class),
                            function == null
                                    ? row.getString("what")
                                    : choices.label(SiteFunction.valueOf(function)) + " · "
                                            + catalogue.regionName(row.getString("region_code")),
                            function == null ? row.getString("paper") : "");
                })
                .list();
    }

    /** The agreements that name the project; an agreement that the reader cannot open stays a name. */
    List<Option> agreements(UUID project) {
        return jdbc.sql("""
                select a.id::text as value, a.title as label from agreement_project x join agreement a on a.id = x.agreement_id
                 where x.project_id = ? order by a.signed_on desc limit 50
                """).param(project).query(Option.class).list();
    }

    /** The events at which it may have been signed: those that have begun. */
    List<Option> events() {
        return jdbc.sql("""
                select e.id::text as value, e.name_zh as label from event e where e.starts_at < now() order by e.starts_at desc limit 50
                """).query(Option.class).list();
    }
}
