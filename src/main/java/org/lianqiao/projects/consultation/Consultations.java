package org.lianqiao.projects.consultation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.History;
import org.lianqiao.projects.SiteMoves;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs of a consultation. An office that works on the project asks; each office concerned answers, drafted by 经办 and
 * given by 科长; the joint office records it, or, where all agree, who asked. Silence is never consent, a no goes to both
 * coordinating offices, and the outcome follows from the answers alone.
 */
@Service
@RequiredArgsConstructor
class Consultations {
    private static final int ANSWER_DAYS = 5;
    private static final Set<Role> OFFICE = Set.of(Role.OFFICER, Role.LEAD);
    private static final Set<Role> WHO_ANSWERS = Set.of(Role.OFFICER, Role.LEAD, Role.MANAGER);

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final ConsultationQueries queries;
    private final SiteMoves moves;
    private final History history;
    private final Directory directory;
    private final StoredFiles files;
    private final Numbers numbers;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Transactional
    UUID propose(UUID projectId, ProposalForm form, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        officer.require(project.isWorkedOnBy(officer));
        if (project.homes().isEmpty()) throw new Refused("consultation.refused.noSite");
        var site = form.kind() == ConsultationKind.HANDOVER ? goingSite(project, form, officer) : null;
        var to = site == null ? null : receiving(site, form);
        var id = Ids.next();
        var number = numbers.next(Numbers.Kind.CONSULTATION);
        ask(id, number, project, form, site, to, officer);
        for (var party : parties(project, to))
            jdbc.sql("insert into consultation_party (consultation_id, organization_id) values (?, ?)")
                    .params(id, party)
                    .update();
        step(id, "PROPOSED", null, "", officer);
        history.happened(projectId, site == null ? null : site.id(), "CONSULTATION_PROPOSED", number, officer);
        parties(project, to).forEach(p -> tell(p, WHO_ANSWERS, "consultation.notice.asked", project, id));
        return id;
    }

    private Dossier.Home goingSite(Dossier project, ProposalForm form, Viewer officer) {
        var site = project.homes().stream()
                .filter(h -> h.id().equals(form.site()))
                .findFirst()
                .orElseThrow(() -> Refused.at("site", "consultation.required.site"));
        if (!Dossier.isOf(site, officer) && !project.isHeldBy(officer))
            throw Refused.at("site", "consultation.refused.otherSite");
        return site;
    }

    private UUID receiving(Dossier.Home site, ProposalForm form) {
        var office = directory
                .officeOf(form.toRegion())
                .orElseThrow(() -> Refused.at("toRegion", "consultation.required.toRegion"));
        if (office.equals(site.officeId())) throw Refused.at("toRegion", "consultation.refused.sameOffice");
        return office;
    }

    private void ask(
            UUID id,
            String number,
            Dossier project,
            ProposalForm form,
            Dossier.@Nullable Home site,
            @Nullable UUID to,
            Viewer officer) {
        int days = settings.number("consultations.answer-days", ANSWER_DAYS);
        int opened = jdbc.sql("""
                        insert into consultation (id, number, project_id, kind, question, site_id, to_region_code, to_office_id, state,
                            due_on, office_id, proposed_by, proposed_at)
                        values (:id, :number, :project, :kind, :question, cast(:site as uuid), :region, cast(:to as uuid), 'OPEN', :due, :office, :by, now())
                        on conflict (project_id) where state = 'OPEN' do nothing
                        """)
                .param("id", id)
                .param("number", number)
                .param("project", project.id())
                .param("kind", Objects.requireNonNull(form.kind()).name())
                .param("question", form.question())
                .param("site", site == null ? null : site.id().toString())
                .param("region", site == null ? null : form.toRegion())
                .param("to", to == null ? null : to.toString())
                .param("due", calendar.after(LocalDate.now(clock), days))
                .param("office", officer.organization())
                .param("by", officer.account())
                .update();
        if (opened == 0) throw new Refused("consultation.refused.open");
    }

    /** The office of each site; where a site goes elsewhere also who holds the project, who receives it, and the enterprise. */
    private static Set<UUID> parties(Dossier project, @Nullable UUID to) {
        var parties = new LinkedHashSet<UUID>();
        project.homes().forEach(h -> parties.add(h.officeId()));
        if (to != null) {
            parties.add(project.holderId());
            parties.add(to);
            if (project.organizationId() != null) parties.add(project.organizationId());
        }
        return parties;
    }

    /** 经办 writes what the office might answer; nobody outside the office reads it. */
    @Transactional
    void draft(UUID project, UUID id, AnswerForm form, Viewer viewer) {
        asked(project, id, viewer);
        var answer = checked(form);
        jdbc.sql("""
                update consultation_party set draft_answer = ?, draft_text = ?, drafted_by = ?, drafted_at = now()
                 where consultation_id = ? and organization_id = ?
                """)
                .params(answer.name(), form.text(), viewer.account(), id, viewer.organization())
                .update();
        step(id, "DRAFTED", answer.name(), form.text(), viewer);
        events.publishEvent(Notice.toHolders(
                viewer.organization(),
                Set.of(Role.LEAD),
                "consultation.notice.drafted",
                link(project, id),
                dossiers.of(project, viewer).name()));
    }

    /** 科长 gives the office's answer, the manager the enterprise's; until it is recorded another may be given. */
    @Transactional
    void answer(UUID projectId, UUID id, AnswerForm form, Viewer viewer) {
        viewer.require(speaks(viewer));
        var project = dossiers.locked(projectId, viewer);
        var before = asked(projectId, id, viewer);
        var answer = checked(form);
        jdbc.sql("""
                update consultation_party set answer = ?, answer_text = ?, answered_by = ?, answered_at = now()
                 where consultation_id = ? and organization_id = ?
                """)
                .params(answer.name(), form.text(), viewer.account(), id, viewer.organization())
                .update();
        step(id, "GIVEN", answer.name(), form.text(), viewer);
        history.happened(projectId, null, "CONSULTATION_ANSWERED", viewer.organizationName(), viewer);
        tell(before.officeId(), OFFICE, "consultation.notice.answered", project, id);
        if (answer == Answer.REFUSE) disagree(project, id);
        var now = queries.page(projectId, id, viewer).orElseThrow(NotFound::new);
        if (now.isComplete() && !before.isComplete()) tellWhoRecords(project, now);
    }

    /** The first no goes to the offices that coordinate both sides; they talk, nobody overrules. */
    private void disagree(Dossier project, UUID id) {
        int first = jdbc.sql("update consultation set disagreed_at = now() where id = ? and disagreed_at is null")
                .param(id)
                .update();
        if (first == 0) return;
        directory
                .coordinatingOffices(project.allianceId())
                .forEach(o -> tell(o, OFFICE, "consultation.notice.disagreed", project, id));
    }

    private void tellWhoRecords(Dossier project, ConsultationPage now) {
        var joint = jdbc.sql("select joint_office_id from alliance where id = ? and joint_office_id is not null")
                .param(project.allianceId())
                .query(UUID.class)
                .optional();
        joint.ifPresent(o -> tell(o, OFFICE, "consultation.notice.complete", project, now.id()));
        tell(now.officeId(), OFFICE, "consultation.notice.complete", project, now.id());
    }

    /** With its paper; only once everybody has answered. */
    @Transactional
    void record(UUID projectId, UUID id, RecordForm form, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        var page = open(projectId, id, officer);
        var outcome = page.expected();
        if (outcome == null) throw new Refused("consultation.refused.silent");
        officer.require(records(page, officer));
        var paper = Objects.requireNonNull(form.paper());
        var file = files.keep(form.file(), paper.purpose, officer.organization(), officer, "file");
        jdbc.sql("""
                update consultation set state = 'RECORDED', outcome = :outcome, paper = :paper, paper_number = :number, paper_on = :on,
                       file_id = :file, conclusion = :conclusion, recorded_by = :by, recorded_office_id = :office, recorded_at = now(),
                       version = version + 1 where id = :id and state = 'OPEN'
                """)
                .param("outcome", outcome.name())
                .param("paper", paper.name())
                .param("number", form.number())
                .param("on", form.on())
                .param("file", file)
                .param("conclusion", form.conclusion())
                .param("by", officer.account())
                .param("office", officer.organization())
                .param("id", id)
                .update();
        step(id, "RECORDED", outcome.name(), form.number(), officer);
        history.happened(projectId, null, "CONSULTATION_RECORDED", page.number() + " " + form.number(), officer);
        follow(project, page, outcome, officer);
        page.parties().forEach(p -> tell(p.organizationId(), WHO_ANSWERS, "consultation.notice.recorded", project, id));
    }

    private void follow(Dossier project, ConsultationPage page, Outcome outcome, Viewer officer) {
        if (page.kind() == ConsultationKind.REVIEW) {
            if (outcome != Outcome.NOT_AGREED) moves.joinAgain(project, officer);
        } else if (outcome == Outcome.AGREED) {
            var site = project.homes().stream()
                    .filter(h -> h.id().equals(page.siteId()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("consultation.refused.siteGone"));
            moves.handOver(
                    project,
                    site,
                    Objects.requireNonNull(page.toRegionCode()),
                    Objects.requireNonNull(page.toOfficeId()),
                    officer);
        }
    }

    /** Who asked asks no more: to change the project first and ask again, or not at all. */
    @Transactional
    void withdraw(UUID projectId, UUID id, Viewer officer) {
        dossiers.locked(projectId, officer);
        var page = open(projectId, id, officer);
        officer.require(officer.isOfficer() && page.officeId().equals(officer.organizationId()));
        jdbc.sql("update consultation set state = 'WITHDRAWN', version = version + 1 where id = ? and state = 'OPEN'")
                .param(id)
                .update();
        step(id, "WITHDRAWN", null, "", officer);
        history.happened(projectId, null, "CONSULTATION_WITHDRAWN", page.number(), officer);
    }

    /** The joint office, or who asked where all agree. */
    static boolean records(ConsultationPage page, Viewer officer) {
        if (!officer.isOfficer()) return false;
        return officer.joint()
                || page.expected() == Outcome.AGREED && page.officeId().equals(officer.organizationId());
    }

    static boolean speaks(Viewer viewer) {
        return viewer.isLead() || viewer.isMember() && viewer.has(Role.MANAGER);
    }

    private ConsultationPage open(UUID project, UUID id, Viewer viewer) {
        var page = queries.page(project, id, viewer).orElseThrow(NotFound::new);
        if (!page.isOpen()) throw new Refused("consultation.refused.closed");
        return page;
    }

    private ConsultationPage asked(UUID project, UUID id, Viewer viewer) {
        var page = queries.page(project, id, viewer).orElseThrow(NotFound::new);
        viewer.require((viewer.isOfficer() || viewer.isMember()) && page.ours() != null);
        return open(project, id, viewer);
    }

    private static Answer checked(AnswerForm form) {
        var answer = Objects.requireNonNull(form.answer());
        if (answer != Answer.AGREE && form.text().length() < 2)
            throw Refused.at("text", "consultation.required." + answer);
        return answer;
    }

    private void step(UUID id, String what, @Nullable String answer, String text, Viewer by) {
        jdbc.sql("""
                insert into consultation_step (id, consultation_id, organization_id, what, answer, text, done_by, done_at)
                values (:id, :consultation, :organization, :what, :answer, :text, :by, now())
                """)
                .param("id", Ids.next())
                .param("consultation", id)
                .param("organization", by.organization())
                .param("what", what)
                .param("answer", answer, java.sql.Types.VARCHAR)
                .param("text", text)
                .param("by", by.account())
                .update();
    }

    private void tell(UUID organization, Set<Role> roles, String key, Dossier project, UUID id) {
        events.publishEvent(Notice.toHolders(organization, roles, key, link(project.id(), id), project.name()));
    }

    static String link(UUID project, UUID id) {
        return "/projects/" + project + "/consultations/" + id;
    }
}
