package org.lianqiao.projects;

import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a project becomes public: its holder asks, every site's lead and the enterprise say yes, the last yes publishes.
 * Silence is never consent. A yes may be taken back; a change of what was agreed to asks everybody anew.
 */
@Service
@RequiredArgsConstructor
class Publishing {
    private static final String CONCERNED = """
            select office_id from project_site where project_id = :id
            union select organization_id from project where id = :id and organization_id is not null
            """;

    private final JdbcClient jdbc;
    private final ProjectQueries queries;
    private final History history;
    private final ApplicationEventPublisher events;

    /** Asks everybody whose yes is needed. */
    @Transactional
    void propose(UUID id, Viewer officer) {
        var project = held(id, officer);
        if (project.publication() != Publication.INTERNAL) throw new Refused("projects.refused.proposed");
        if (project.publicSummaryZh().isEmpty() || project.sites().isEmpty())
            throw new Refused("projects.refused.propose");
        move(id, Publication.PROPOSED);
        history.happened(id, null, "PROPOSED", "", officer);
        jdbc.sql(CONCERNED)
                .param("id", id)
                .query(UUID.class)
                .list()
                .forEach(o -> tell(o, Set.of(Role.LEAD, Role.MANAGER), "projects.notice.proposed", project));
    }

    /** The holder takes the project back inside: nobody is asked any more, nobody reads it any more. */
    @Transactional
    void takeBack(UUID id, Viewer officer) {
        var project = held(id, officer);
        if (project.publication() == Publication.INTERNAL) throw new Refused("projects.refused.internal");
        withdrawConsents(id);
        move(id, Publication.INTERNAL);
        history.happened(id, null, "TAKEN_BACK", "", officer);
    }

    /** One's own organisation's yes; the last one publishes. Of two at once the second waits and sees the first. */
    @Transactional
    void consent(UUID id, Viewer viewer) {
        var project = concerned(id, viewer);
        if (project.publication() != Publication.PROPOSED) throw new Refused("projects.refused.consent");
        int given = jdbc.sql("""
                insert into project_consent (id, project_id, organization_id, given_by, given_at) values (?, ?, ?, ?, now())
                on conflict (project_id, organization_id) where withdrawn_at is null do nothing
                """)
                .params(Ids.next(), id, viewer.organization(), viewer.account())
                .update();
        if (given > 0) history.happened(id, null, "AGREED", viewer.organizationName(), viewer);
        boolean missing = jdbc.sql("select exists (select from (" + CONCERNED + """
                ) needed (who) where not exists (select from project_consent c
                    where c.project_id = :id and c.organization_id = needed.who and c.withdrawn_at is null))
                """)
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (missing) return;
        move(id, Publication.PUBLISHED);
        history.happened(id, null, "PUBLISHED", "", viewer);
        tell(project.holderId(), Set.of(Role.OFFICER, Role.LEAD), "projects.notice.published", project);
    }

    /** Takes the own organisation's yes back: what was public waits for it again. */
    @Transactional
    void withdraw(UUID id, Viewer viewer) {
        var project = concerned(id, viewer);
        int withdrawn = jdbc.sql("""
                update project_consent set withdrawn_at = now()
                 where project_id = ? and organization_id = ? and withdrawn_at is null
                """).params(id, viewer.organization()).update();
        if (withdrawn == 0) throw new Refused("projects.refused.noConsent");
        if (project.isPublished()) move(id, Publication.PROPOSED);
        history.happened(id, null, "DISAGREED", viewer.organizationName(), viewer);
        if (!project.holderId().equals(viewer.organizationId()))
            events.publishEvent(Notice.toHolders(
                    project.holderId(),
                    Set.of(Role.OFFICER, Role.LEAD),
                    "projects.notice.withdrawn",
                    "/projects/" + id,
                    viewer.organizationName(),
                    project.nameZh()));
    }

    /** What was agreed to has changed: nobody has agreed yet, and nobody outside reads it. */
    @Transactional
    void beginAnew(UUID id, Viewer by) {
        withdrawConsents(id);
        int back = jdbc.sql("""
                update project set publication = 'INTERNAL', published_at = null where id = ? and publication <> 'INTERNAL'
                """).param(id).update();
        if (back > 0) history.happened(id, null, "WITHDRAWN", "", by);
    }

    private void withdrawConsents(UUID id) {
        jdbc.sql("update project_consent set withdrawn_at = now() where project_id = ? and withdrawn_at is null")
                .param(id)
                .update();
    }

    private void move(UUID id, Publication to) {
        jdbc.sql("""
                update project set publication = :to, published_at = case when :to = 'PUBLISHED' then now() end where id = :id
                """).param("to", to.name()).param("id", id).update();
    }

    private ProjectPage held(UUID id, Viewer officer) {
        lock(id);
        var project = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(officer.isOfficer() && project.holderId().equals(officer.organizationId()));
        return project;
    }

    /** The project, locked, for who speaks for an organisation whose yes it needs. */
    private ProjectPage concerned(UUID id, Viewer viewer) {
        lock(id);
        var project = queries.page(id, viewer).orElseThrow(NotFound::new);
        viewer.require(speaks(viewer) && project.concerns(viewer.organizationId()));
        return project;
    }

    /** 科长 for an office, its manager for an enterprise. */
    static boolean speaks(Viewer viewer) {
        return viewer.isLead() || viewer.isMember() && viewer.has(Role.MANAGER);
    }

    private void lock(UUID id) {
        jdbc.sql("select id from project where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private void tell(UUID organization, Set<Role> roles, String key, ProjectPage project) {
        events.publishEvent(Notice.toHolders(organization, roles, key, "/projects/" + project.id(), project.nameZh()));
    }
}
