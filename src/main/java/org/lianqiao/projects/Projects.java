package org.lianqiao.projects;

import java.time.LocalDate;
import java.util.List;
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
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Money;
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

/**
 * The verbs of a joint project. The holder edits the common part, each site's office its own site; everybody else who
 * sees the project may not (403). What everybody may read needs the yes of every site's lead and of the enterprise; see
 * {@link Publishing}. Every verb first locks the project, so that its parts change one after the other.
 */
@Service
@RequiredArgsConstructor
class Projects {
    private final JdbcClient jdbc;
    private final Library library;
    private final ProjectQueries queries;
    private final Publishing publishing;
    private final SiteSigning signing;
    private final ProjectModels models;
    private final Merging merging;
    private final History history;
    private final Directory directory;
    private final People people;
    private final Catalogue catalogue;
    private final Choices choices;
    private final ApplicationEventPublisher events;

    @Transactional
    UUID open(ProjectForm form, Viewer officer) {
        officer.require(officer.isOfficer());
        if (form.enterprise().codePointCount(0, form.enterprise().length()) < 2)
            throw Refused.at("enterprise", "projects.required.enterprise");
        requireKnownNode(form);
        var id = library.start(
                new StartProject(
                        directory.knownOrNew(form.enterprise(), null, null, officer),
                        form.name(),
                        form.summary(),
                        catalogue.chainOf(form.nodeId()),
                        form.nodeId(),
                        null,
                        null),
                officer);
        jdbc.sql("update project set public_summary = ?, public_summary_en = ?, name_en = ? where id = ?")
                .params(form.publicSummary(), form.publicSummaryEn(), form.nameEn(), id)
                .update();
        models.find(form.model()).ifPresent(m -> prefill(id, m, form, officer));
        return id;
    }

    /** A site for each function of the model, where it was said to go; else where it usually goes. */
    private void prefill(UUID id, ProjectModels.Model model, ProjectForm form, Viewer officer) {
        var regions = Objects.requireNonNullElse(form.regions(), List.<String>of());
        for (int i = 0; i < model.sites().size(); i++) {
            var site = model.sites().get(i);
            var region = i < regions.size() ? regions.get(i) : Objects.requireNonNullElse(site.regionCode(), "");
            if (region.isEmpty()) continue;
            if (directory.officeOf(region).isEmpty()) throw Refused.at("regions", "projects.noOffice");
            addSite(
                    id,
                    new SiteForm(
                            site.function(),
                            region,
                            null,
                            null,
                            null,
                            SiteStage.PLANNED,
                            null,
                            null,
                            null,
                            "",
                            "",
                            null),
                    officer);
        }
    }

    /** Both versions, field by field, for who was second; both are kept in the history. */
    @Transactional
    Merge merge(UUID id, ProjectForm mine, Viewer officer) {
        var now = held(id, officer);
        var changes = InChinese.words(() -> changes(now, mine));
        return merging.of(id, null, mine.version(), now.version(), changes, mine, ProjectForm.of(now), officer);
    }

    @Transactional
    Merge mergeSite(UUID id, UUID siteId, SiteForm mine, Viewer officer) {
        lock(id);
        var now = site(queries.page(id, officer).orElseThrow(NotFound::new), siteId);
        officer.require(now.mine());
        var changes = InChinese.words(() -> changes(now, mine));
        return merging.of(id, siteId, mine.version(), now.version(), changes, mine, SiteForm.of(now), officer);
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(UUID id, ProjectForm form, Viewer officer) {
        var before = held(id, officer);
        requireKnownNode(form);
        int saved = jdbc.sql("""
                update project set name = :name, name_en = :nameEn, summary = :summary, public_summary = :text,
                       public_summary_en = :textEn, node_id = :node, chain_id = coalesce(cast(:chain as uuid), case when cast(:node as uuid) is null then chain_id end),
                       updated_at = now(), version = version + 1 where id = :id and version = :seen
                """)
                .param("name", form.name())
                .param("nameEn", form.nameEn())
                .param("summary", form.summary())
                .param("text", form.publicSummary())
                .param("textEn", form.publicSummaryEn())
                .param("node", form.nodeId(), java.sql.Types.OTHER)
                .param("chain", catalogue.chainOf(form.nodeId()), java.sql.Types.OTHER)
                .param("id", id)
                .param("seen", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        var changes = InChinese.words(() -> changes(before, form));
        history.edited(id, null, "EDITED", "", changes, officer);
        if (changes.touches("name", "nameEn", "publicSummary", "publicSummaryEn")) publishing.beginAnew(id, officer);
    }

    @Transactional
    void addSite(UUID id, SiteForm form, Viewer officer) {
        held(id, officer);
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
        history.happened(id, site, "SITE_ADDED", InChinese.words(() -> words(form)), officer);
        publishing.beginAnew(id, officer);
        if (!office.equals(officer.organization())) tell(office, "projects.notice.site", id);
    }

    /** Each site is edited by its own office alone. @throws EditedMeanwhile where somebody saved since */
    @Transactional
    void editSite(UUID id, UUID siteId, SiteForm form, Viewer officer) {
        lock(id);
        var project = queries.page(id, officer).orElseThrow(NotFound::new);
        var before = site(project, siteId);
        officer.require(before.mine());
        boolean alone = signing.isAlone(project, before, form, officer);
        if (!before.officeId().equals(directory.officeOf(form.regionCode()).orElse(null)))
            throw Refused.at("regionCode", "projects.otherOffice");
        int saved = write(
                        jdbc.sql("""
                update project_site set function = :function, region_code = :region, park_id = :park, responsible_account_id = :responsible,
                       area_sqm = :area, amount_yuan = :amount, stage = :stage, signed_on = :signed, started_on = :started, note = :note,
                       version = version + 1 where id = :site and version = :seen
                """).param("site", siteId).param("seen", form.version() == null ? -1 : form.version()),
                        form,
                        before.officeId())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        if (alone) signing.alone(project, before, form, officer);
        var changes = InChinese.words(() -> changes(before, form));
        var place = InChinese.words(() -> catalogue.regionName(before.regionCode()));
        history.edited(id, siteId, "SITE_EDITED", place, changes, officer);
        if (changes.touches("function", "region", "park", "area", "amount")) publishing.beginAnew(id, officer);
    }

    /** What the site was stays in the history. The last one stays: a project without a place is none. */
    @Transactional
    void removeSite(UUID id, UUID siteId, Viewer officer) {
        var project = held(id, officer);
        var site = site(project, siteId);
        if (project.sites().size() < 2) throw new Refused("projects.refused.lastSite");
        if (signing.isReported(siteId)) throw new Refused("projects.refused.reported");
        history.happened(id, null, "SITE_REMOVED", InChinese.words(() -> words(site)), officer);
        jdbc.sql("update project_change set site_id = null where site_id = ?")
                .param(siteId)
                .update();
        jdbc.sql("delete from project_site where id = ?").param(siteId).update();
        publishing.beginAnew(id, officer);
        if (!site.officeId().equals(officer.organization())) tell(site.officeId(), "projects.notice.siteRemoved", id);
    }

    private Changes changes(ProjectPage before, ProjectForm form) {
        return new Changes()
                .put("name", before.nameZh(), form.name())
                .put("nameEn", before.nameEn(), form.nameEn())
                .put("node", catalogue.nodeName(before.nodeId()), catalogue.nodeName(form.nodeId()))
                .put("summary", before.summary(), form.summary())
                .put("publicSummary", before.publicSummaryZh(), form.publicSummary())
                .put("publicSummaryEn", before.publicSummaryEn(), form.publicSummaryEn());
    }

    private Changes changes(ProjectPage.Site before, SiteForm form) {
        var area = before.area();
        var amount = before.amount();
        return new Changes()
                .put("function", choices.label(before.function()), label(form.function()))
                .put("region", catalogue.regionName(before.regionCode()), catalogue.regionName(form.regionCode()))
                .put("park", parkName(before.parkId()), parkName(form.parkId()))
                .put("area", area == null ? null : area.mu(), form.areaMu(), choices.text("projects.mu"))
                .put("amount", amount == null ? null : amount.wan(), form.amountWan(), choices.text("projects.wan"))
                .put("stage", choices.label(before.stage()), label(form.stage()))
                .put("responsible", before.responsible(), people.name(form.responsibleId()))
                .put("signedOn", before.signedOn(), form.signedOn())
                .put("startedOn", before.startedOn(), form.startedOn())
                .put("note", before.note(), form.note());
    }

    private String words(SiteForm form) {
        var amount = Money.ofWan(form.amountWan());
        return words(
                label(form.function()),
                catalogue.regionName(form.regionCode()),
                parkName(form.parkId()),
                amount,
                label(form.stage()));
    }

    private String words(ProjectPage.Site site) {
        return words(
                choices.label(site.function()),
                catalogue.regionName(site.regionCode()),
                parkName(site.parkId()),
                site.amount(),
                choices.label(site.stage()));
    }

    private String words(String function, String region, String park, @Nullable Money amount, String stage) {
        var parts = new java.util.ArrayList<>(List.of(function, region));
        if (!park.isEmpty()) parts.add(park);
        if (amount != null) parts.add(choices.text("web.wan", amount.wan()));
        parts.add(stage);
        return String.join(" · ", parts);
    }

    private String label(@Nullable Enum<?> value) {
        return value == null ? "" : choices.label(value);
    }

    private String parkName(@Nullable UUID park) {
        if (park == null) return "";
        return jdbc.sql("select name_zh from park where id = ?")
                .param(park)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private JdbcClient.StatementSpec write(JdbcClient.StatementSpec statement, SiteForm form, UUID office) {
        var region = Objects.requireNonNull(form.regionCode());
        var stage = Objects.requireNonNull(form.stage());
        if (!catalogue.hasRegion(region)) throw Refused.at("regionCode", "projects.required.region");
        if (form.parkId() != null && !catalogue.hasPark(form.parkId(), region))
            throw Refused.at("parkId", "projects.parkElsewhere");
        var responsible = form.responsibleId();
        if (responsible != null
                && people.officersOf(office).stream().noneMatch(o -> o.value().equals(responsible.toString())))
            throw Refused.at("responsibleId", "projects.notOfOffice");
        checkDates(form, stage);
        var area = Area.ofMu(form.areaMu());
        var amount = Money.ofWan(form.amountWan());
        return statement
                .param("function", Objects.requireNonNull(form.function()).name())
                .param("region", region)
                .param("park", form.parkId(), java.sql.Types.OTHER)
                .param("responsible", responsible, java.sql.Types.OTHER)
                .param("area", area == null ? null : area.squareMetres(), java.sql.Types.NUMERIC)
                .param("amount", amount == null ? null : amount.yuan(), java.sql.Types.NUMERIC)
                .param("stage", stage.name())
                .param("signed", form.signedOn(), java.sql.Types.DATE)
                .param("started", form.startedOn(), java.sql.Types.DATE)
                .param("note", form.note());
    }

    /** Who says that it is signed or begun says when. */
    private static void checkDates(SiteForm form, SiteStage stage) {
        var signed = form.signedOn();
        var started = form.startedOn();
        if (signed == null && stage.compareTo(SiteStage.SIGNED) >= 0)
            throw Refused.at("signedOn", "projects.required.signedOn");
        if (started == null && stage.compareTo(SiteStage.STARTED) >= 0)
            throw Refused.at("startedOn", "projects.required.startedOn");
        if (isSlip(signed)) throw Refused.at("signedOn", "projects.date.range");
        if (isSlip(started)) throw Refused.at("startedOn", "projects.date.range");
        if (signed != null && started != null && started.isBefore(signed))
            throw Refused.at("startedOn", "projects.startedBeforeSigned");
    }

    private static boolean isSlip(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 2000 || day.getYear() > 2099);
    }

    private void requireKnownNode(ProjectForm form) {
        if (form.nodeId() != null && !catalogue.hasNode(form.nodeId()))
            throw Refused.at("nodeId", "projects.unknown.node");
    }

    /** The project, locked, for an officer of the office that holds it. */
    private ProjectPage held(UUID id, Viewer officer) {
        lock(id);
        var project = queries.page(id, officer).orElseThrow(NotFound::new);
        officer.require(officer.isOfficer() && project.holderId().equals(officer.organizationId()));
        return project;
    }

    private void lock(UUID id) {
        jdbc.sql("select id from project where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    private static ProjectPage.Site site(ProjectPage project, UUID id) {
        return project.sites().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void tell(UUID office, String key, UUID id) {
        var name = jdbc.sql("select name from project where id = ?")
                .param(id)
                .query(String.class)
                .single();
        events.publishEvent(Notice.toHolders(office, Set.of(Role.OFFICER, Role.LEAD), key, "/projects/" + id, name));
    }
}
