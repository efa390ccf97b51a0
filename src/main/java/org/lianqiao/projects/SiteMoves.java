package org.lianqiao.projects;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.InChinese;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a consultation: a site goes to another region, or a project is again what all agreed on. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class SiteMoves {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final History history;
    private final Publishing publishing;
    private final ApplicationEventPublisher events;

    /** The site belongs to the other region and its office from now on; park and person are theirs to choose. */
    public void handOver(Dossier project, Dossier.Home site, String region, UUID office, Viewer by) {
        jdbc.sql("""
                update project_site set region_code = ?, office_id = ?, park_id = null, responsible_account_id = null,
                       version = version + 1 where id = ?
                """).params(region, office, site.id()).update();
        var changes = InChinese.words(() ->
                new Changes().put("region", catalogue.regionName(site.regionCode()), catalogue.regionName(region)));
        history.edited(project.id(), site.id(), "SITE_HANDED_OVER", "", changes, by);
        publishing.beginAnew(project.id(), by);
        events.publishEvent(Notice.toHolders(
                office,
                Set.of(Role.OFFICER, Role.LEAD),
                "projects.notice.handedOver",
                "/projects/" + project.id(),
                project.name()));
    }

    /** All agree again: what one region signed alone is part of the joint project. */
    public void joinAgain(Dossier project, Viewer by) {
        int joined = jdbc.sql(
                        "update project_site set alone_on = null, alone_reason = '' where project_id = ? and alone_on is not null")
                .param(project.id())
                .update();
        if (joined > 0) history.happened(project.id(), null, "JOINED_AGAIN", "", by);
    }

    /** What a milestone says of the site: begun or producing since a day. A site goes forward only, and after its signing. */
    public void advance(Dossier project, UUID siteId, SiteStage stage, LocalDate on, Viewer by) {
        var site = project.home(siteId);
        var signed = jdbc.sql("select signed_on from project_site where id = ? and signed_on is not null")
                .param(siteId)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new Refused("projects.refused.unsigned"));
        if (on.isBefore(signed)) throw Refused.at("reachedOn", "projects.startedBeforeSigned");
        var to = site.stage().compareTo(stage) < 0 ? stage : site.stage();
        jdbc.sql("""
                update project_site set stage = ?, started_on = case when cast(? as boolean) then cast(? as date) else coalesce(started_on, ?) end,
                       version = version + 1 where id = ?
                """)
                .params(to.name(), stage == SiteStage.STARTED, on, on, siteId)
                .update();
        var changes = InChinese.words(() -> new Changes().put("stage", choices.label(site.stage()), choices.label(to)));
        var place = InChinese.words(() -> catalogue.regionName(site.regionCode()));
        history.edited(project.id(), siteId, "SITE_EDITED", place, changes, by);
    }
}
