package org.lianqiao.projects.shares;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.projects.Changes;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.History;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.InChinese;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of agreed shares: entered by who holds the project, told to every site's office, 100 in all or refused. */
@Service
@RequiredArgsConstructor
class Shares {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final ShareQueries queries;
    private final History history;
    private final Catalogue catalogue;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void agree(UUID projectId, Measure measure, ShareForm form, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        officer.require(project.isHeldBy(officer));
        if (!queries.measures().contains(measure.name())) throw new NotFound();
        var parts = checked(project, form);
        var before = queries.of(projectId).stream()
                .filter(s -> s.measure().equals(measure.name()))
                .findFirst();
        long seen = form.version() == null ? -1 : form.version();
        if (before.map(AgreedShares::version).orElse(-1L) != seen) throw new EditedMeanwhile();
        write(projectId, measure, form.basis(), parts, officer);
        var changes = new Changes()
                .put("shares", before.map(b -> words(b.parts())).orElse(""), words(parts))
                .put("basis", before.map(AgreedShares::basis).orElse(""), form.basis());
        history.edited(
                projectId, null, "SHARES_AGREED", InChinese.words(() -> choices.label(measure)), changes, officer);
        project.homes().stream()
                .map(Dossier.Home::officeId)
                .filter(o -> !o.equals(officer.organizationId()))
                .distinct()
                .forEach(o -> events.publishEvent(Notice.toHolders(
                        o,
                        Set.of(Role.OFFICER, Role.LEAD),
                        "shares.notice",
                        "/projects/" + projectId + "/counting",
                        project.name())));
    }

    private void write(UUID project, Measure measure, String basis, Map<String, BigDecimal> parts, Viewer by) {
        jdbc.sql("""
                insert into project_share_basis (project_id, measure, basis, updated_by, updated_at) values (?, ?, ?, ?, now())
                on conflict (project_id, measure) do update set basis = excluded.basis, updated_by = excluded.updated_by,
                    updated_at = now(), version = project_share_basis.version + 1
                """).params(project, measure.name(), basis, by.account()).update();
        jdbc.sql("delete from project_share where project_id = ? and measure = ?")
                .params(project, measure.name())
                .update();
        parts.forEach((region, percent) -> jdbc.sql(
                        "insert into project_share (project_id, measure, region_code, percent) values (?, ?, ?, ?)")
                .params(project, measure.name(), region, percent)
                .update());
    }

    /** @throws Refused at {@code percents} where a number is none or they do not make 100 */
    private static Map<String, BigDecimal> checked(Dossier project, ShareForm form) {
        var known = project.homes().stream().map(Dossier.Home::regionCode).collect(Collectors.toSet());
        var parts = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < Math.min(form.regions().size(), 20); i++) {
            var region = form.regions().get(i);
            var typed = form.percent(i);
            if (typed.isEmpty()) continue;
            var number = ShareForm.number(typed);
            if (number == null || !known.contains(region)) throw Refused.at("percents", "shares.number");
            if (number.signum() > 0) parts.merge(region, number, BigDecimal::add);
        }
        var sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) throw Refused.at("percents", "shares.not100", sum.toPlainString());
        return parts;
    }

    private String words(Map<String, BigDecimal> parts) {
        return InChinese.words(() -> parts.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(p -> catalogue.regionName(p.getKey()) + " "
                        + p.getValue().stripTrailingZeros().toPlainString() + "%")
                .collect(Collectors.joining("、")));
    }

    private String words(List<AgreedShares.Part> parts) {
        return words(
                parts.stream().collect(Collectors.toMap(AgreedShares.Part::regionCode, AgreedShares.Part::percent)));
    }
}
