package org.lianqiao.projects;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of a joint project. The holder edits the common part, each site's office its own site; everybody else who
 * sees the project may not (403). What everybody may read needs the yes of every site's lead and of the enterprise.
 */
@Service
@RequiredArgsConstructor
class Projects {
    private final JdbcClient jdbc;
    private final Library library;
    private final Directory directory;
    private final People people;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;

    @Transactional
    UUID open(ProjectForm form, Viewer officer) {
        officer.require(officer.isOfficer());
        var enterprise =
                form.enterprise().isEmpty() ? null : directory.knownOrNew(form.enterprise(), null, null, officer);
        if (enterprise == null) throw Refused.at("enterprise", "projects.required.enterprise");
        var id = library.start(
                new StartProject(
                        enterprise,
                        form.name(),
                        form.summary(),
                        catalogue.chainOf(form.nodeId()),
                        form.nodeId(),
                        null,
                        null),
                officer);
        jdbc.sql("update project set public_summary = ?, name_en = ? where id = ?")
                .params(form.publicSummary(), form.nameEn(), id)
                .update();
        return id;
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, ProjectForm form, Viewer officer) {
        requireHolder(id, officer);
        boolean publicTextChanged = jdbc.sql(
                        "select (name, public_summary) is distinct from (:name, :text) from project where id = :id")
                .param("name", form.name())
                .param("text", form.publicSummary())
                .param("id", id)
                .query(Boolean.class)
                .single();
        int saved = jdbc.sql("""
                update project set name = :name, name_en = :nameEn, summary = :summary, public_summary = :text, node_id = :node,
                       chain_id = :chain, updated_at = now(), version = version + 1 where id = :id and version = :seen
                """)
                .param("name", form.name())
                .param("nameEn", form.nameEn())
                .param("summary", form.summary())
                .param("text", form.publicSummary())
                .param("node", form.nodeId(), java.sql.Types.OTHER)
                .param("chain", catalogue.chainOf(form.nodeId()), java.sql.Types.OTHER)
                .param("id", id)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        changed(id, null, "EDITED", "", officer);
        if (publicTextChanged) withdrawConsents(id, officer);
    }

    @Transactional
    void addSite(UUID id, SiteForm form, Viewer officer) {
        requireHolder(id, officer);
        var office =
                directory.officeOf(form.regionCode()).orElseThrow(() -> Refused.at("regionCode", "projects.noOffice"));
        var site = Ids.next();
        write(jdbc.sql("""
                insert into project_site (id, project_id, function, region_code, park_id, office_id, responsible_account_id, area_sqm,
                    amount_yuan, stage, signed_on, started_on, note, position)
                values (:site, :project, :function, :region, :park, :office, :responsible, :area, :amount, :stage, :signed, :started, :note,
                    (select coalesce(max(position), 0) + 1 from project_site where project_id = :project))
                """).param("site", site).param("project", id).param("office", office), form, office)
                .update();
        touched(id);
        changed(id, site, "SITE_ADDED", catalogue.regionName(form.regionCode()), officer);
        withdrawConsents(id, officer);
        events.publishEvent(Notice.toHolders(
                office, Set.of(Role.OFFICER, Role.LEAD), "projects.notice.site", "/projects/" + id, name(id)));
    }

    /** Each site is edited by its own office alone. */
    @Transactional
    void editSite(UUID id, UUID site, SiteForm form, Viewer officer) {
        var office = jdbc.sql("select office_id from project_site where id = ? and project_id = ?")
                .params(site, id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!officer.isOfficer() || !office.equals(officer.organizationId())) throw new Forbidden();
        int saved = write(
                        jdbc.sql("""
                update project_site set function = :function, region_code = :region, park_id = :park, responsible_account_id = :responsible,
                       area_sqm = :area, amount_yuan = :amount, stage = :stage, signed_on = :signed, started_on = :started, note = :note,
                       version = version + 1 where id = :site and version = :seen
                """).param("site", site).param("seen", form.version() == null ? -1 : form.version()),
                        form,
                        office)
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        touched(id);
        changed(id, site, "SITE_EDITED", catalogue.regionName(form.regionCode()), officer);
    }

    @Transactional
    void removeSite(UUID id, UUID site, Viewer officer) {
        requireHolder(id, officer);
        changed(id, null, "SITE_REMOVED", "", officer);
        jdbc.sql("update project_change set site_id = null where site_id = ?")
                .param(site)
                .update();
        int gone = jdbc.sql("delete from project_site where id = ? and project_id = ?")
                .params(site, id)
                .update();
        if (gone == 0) throw new NotFound();
        touched(id);
        withdrawConsents(id, officer);
    }

    /** Asks everybody whose yes is needed. */
    @Transactional
    void propose(UUID id, Viewer officer) {
        requireHolder(id, officer);
        int moved = jdbc.sql("""
                update project set publication = 'PROPOSED', updated_at = now(), version = version + 1
                 where id = ? and publication = 'INTERNAL' and public_summary <> ''
                   and exists (select from project_site s where s.project_id = project.id)
                """).param(id).update();
        if (moved == 0) throw new Refused("projects.refused.propose");
        changed(id, null, "PROPOSED", "", officer);
        jdbc.sql("""
                select office_id from project_site where project_id = :id union select organization_id from project where id = :id and organization_id is not null
                """)
                .param("id", id)
                .query(UUID.class)
                .list()
                .forEach(o -> events.publishEvent(Notice.toHolders(
                        o, Set.of(Role.LEAD, Role.MANAGER), "projects.notice.proposed", "/projects/" + id, name(id))));
    }

    /** One's own organisation's yes; the last one publishes. */
    @Transactional
    void consent(UUID id, Viewer viewer) {
        boolean asked = jdbc.sql("""
                select exists (select from project p where p.id = :id and p.publication = 'PROPOSED'
                    and (p.organization_id = :mine or exists (select from project_site s where s.project_id = p.id and s.office_id = :mine)))
                """)
                .param("id", id)
                .param("mine", viewer.organization())
                .query(Boolean.class)
                .single();
        if (!asked) throw new NotFound();
        viewer.require(viewer.isLead() || viewer.isMember() && viewer.has(Role.MANAGER));
        jdbc.sql("""
                insert into project_consent (id, project_id, organization_id, given_by, given_at) values (?, ?, ?, ?, now())
                on conflict (project_id, organization_id) where withdrawn_at is null do nothing
                """)
                .params(Ids.next(), id, viewer.organization(), viewer.account())
                .update();
        changed(id, null, "AGREED", viewer.organizationName(), viewer);
        int published = jdbc.sql("""
                update project p set publication = 'PUBLISHED', published_at = now(), updated_at = now(), version = version + 1
                 where p.id = :id and p.publication = 'PROPOSED' and not exists (
                   select from (select office_id as who from project_site where project_id = :id
                                union select organization_id from project where id = :id and organization_id is not null) needed
                    where not exists (select from project_consent c where c.project_id = :id and c.organization_id = needed.who and c.withdrawn_at is null))
                """).param("id", id).update();
        if (published > 0) changed(id, null, "PUBLISHED", "", viewer);
    }

    private void withdrawConsents(UUID id, Viewer by) {
        int back = jdbc.sql(
                        "update project set publication = 'INTERNAL', published_at = null where id = ? and publication <> 'INTERNAL'")
                .param(id)
                .update();
        jdbc.sql("update project_consent set withdrawn_at = now() where project_id = ? and withdrawn_at is null")
                .param(id)
                .update();
        if (back > 0) changed(id, null, "WITHDRAWN", "", by);
    }

    private JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, SiteForm form, UUID office) {
        var region = Objects.requireNonNull(form.regionCode());
        if (!catalogue.hasRegion(region)) throw Refused.at("regionCode", "projects.required.region");
        if (form.parkId() != null && !catalogue.hasPark(form.parkId(), region))
            throw Refused.at("parkId", "projects.parkElsewhere");
        var responsible = form.responsibleId();
        if (responsible != null
                && people.officersOf(office).stream().noneMatch(o -> o.value().equals(responsible.toString())))
            throw Refused.at("responsibleId", "projects.notOfOffice");
        var area = Area.ofMu(form.areaMu());
        var amount = Money.ofWan(form.amountWan());
        return statement
                .param("function", Objects.requireNonNull(form.function()).name())
                .param("region", region)
                .param("park", form.parkId(), java.sql.Types.OTHER)
                .param("responsible", responsible, java.sql.Types.OTHER)
                .param("area", area == null ? null : area.squareMetres(), java.sql.Types.NUMERIC)
                .param("amount", amount == null ? null : amount.yuan(), java.sql.Types.NUMERIC)
                .param("stage", Objects.requireNonNull(form.stage()).name())
                .param("signed", form.signedOn(), java.sql.Types.DATE)
                .param("started", form.startedOn(), java.sql.Types.DATE)
                .param("note", form.note());
    }

    private void requireHolder(UUID id, Viewer officer) {
        var holder = jdbc.sql(
                        "select p.holder_office_id from project p where p.id = :id and (p.publication = 'PUBLISHED' or "
                                + ProjectQueries.INSIDE + ")")
                .params(ProjectQueries.reader(officer))
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        officer.require(officer.isOfficer() && holder.equals(officer.organizationId()));
    }

    private void touched(UUID id) {
        jdbc.sql("update project set updated_at = now() where id = ?").param(id).update();
    }

    private String name(UUID id) {
        return jdbc.sql("select name from project where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void changed(UUID id, @Nullable UUID site, String what, String detail, Viewer by) {
        jdbc.sql(
                        "insert into project_change (id, project_id, site_id, what, detail, changed_by, changed_at) values (:id, :project, :site, :what, :detail, :by, now())")
                .param("id", Ids.next())
                .param("project", id)
                .param("site", site, java.sql.Types.OTHER)
                .param("what", what)
                .param("detail", detail)
                .param("by", by.account())
                .update();
        events.publishEvent(
                new Recorded(by, "project." + what.toLowerCase(Locale.ROOT), "project", id, name(id), detail));
    }
}
