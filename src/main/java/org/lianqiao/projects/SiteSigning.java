package org.lianqiao.projects;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A site of a project in several regions is signed once all have agreed in a consultation. A region may still sign its own
 * site alone: by its 科长, with a reason that all read, and the mark 联合项目 falls until all agree.
 */
@Component
@RequiredArgsConstructor
class SiteSigning {
    private final JdbcClient jdbc;
    private final History history;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    /** @throws Refused at {@code aloneReason} where it would be alone and nobody says so */
    boolean isAlone(ProjectPage project, ProjectPage.Site before, SiteForm form, Viewer officer) {
        boolean signs = Objects.requireNonNull(form.stage()).compareTo(SiteStage.SIGNED) >= 0;
        if (!signs || !mustConsult(project, before)) return false;
        if (form.aloneReason().length() < 2) throw Refused.at("aloneReason", "projects.refused.notConsulted");
        if (!officer.isLead()) throw Refused.at("aloneReason", "projects.refused.aloneByLead");
        return true;
    }

    /** Whether this site may not be signed yet without being alone. */
    boolean mustConsult(ProjectPage project, ProjectPage.Site site) {
        if (!project.isSpread() || site.stage().compareTo(SiteStage.SIGNED) >= 0) return false;
        return jdbc.sql("""
                select not exists (select from consultation where project_id = ? and kind = 'REVIEW' and outcome in ('AGREED', 'AMENDED'))
                """).param(project.id()).query(Boolean.class).single();
    }

    void alone(ProjectPage project, ProjectPage.Site site, SiteForm form, Viewer lead) {
        jdbc.sql("update project_site set alone_on = ?, alone_reason = ? where id = ?")
                .params(Objects.requireNonNull(form.signedOn()), form.aloneReason(), site.id())
                .update();
        history.happened(project.id(), site.id(), "SIGNED_ALONE", site.region() + " " + form.aloneReason(), lead);
        var others = new LinkedHashSet<UUID>();
        project.sites().forEach(s -> others.add(s.officeId()));
        others.add(project.holderId());
        if (lead.allianceId() != null) others.addAll(directory.coordinatingOffices(lead.allianceId()));
        others.remove(lead.organization());
        for (var office : others)
            events.publishEvent(Notice.toHolders(
                    office,
                    Set.of(Role.OFFICER, Role.LEAD),
                    "projects.notice.alone",
                    "/projects/" + project.id(),
                    site.region(),
                    project.nameZh()));
    }

    /** Whether something was reported of the site that would be lost with it. */
    boolean isReported(UUID site) {
        return jdbc.sql("""
                select exists (select from project_milestone where site_id = :site) or exists (select from project_problem where site_id = :site)
                    or exists (select from project_week where site_id = :site)
                    or exists (select from consultation where site_id = :site and state = 'OPEN')
                """).param("site", site).query(Boolean.class).single();
    }
}
