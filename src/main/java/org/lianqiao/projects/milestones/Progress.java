package org.lianqiao.projects.milestones;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.FilePurpose;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.projects.Changes;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.History;
import org.lianqiao.projects.SiteMoves;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.InChinese;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a site's office reports of its site: nobody else writes it, everybody inside reads it. */
@Service
@RequiredArgsConstructor
class Progress {
    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final ProgressQueries queries;
    private final SiteMoves moves;
    private final History history;
    private final StoredFiles files;
    private final Choices choices;
    private final Clock clock;

    @Transactional
    void plan(UUID projectId, UUID siteId, MilestoneForm form, Viewer officer) {
        own(siteId, officer, dossiers.locked(projectId, officer));
        check(form);
        try {
            jdbc.sql("""
                    insert into project_milestone (id, project_id, site_id, kind, title, planned_on, note, created_by, created_at)
                    values (:id, :project, :site, :kind, :title, :planned, :note, :by, now())
                    """)
                    .param("id", Ids.next())
                    .param("project", projectId)
                    .param("site", siteId)
                    .param("kind", Objects.requireNonNull(form.kind()).name())
                    .param("title", form.title())
                    .param("planned", form.plannedOn())
                    .param("note", form.note())
                    .param("by", officer.account())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at("kind", "milestones.refused.twice");
        }
        history.happened(
                projectId,
                siteId,
                "MILESTONE_ADDED",
                name(form.kind(), form.title()) + " " + form.plannedOn(),
                officer);
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void replan(UUID projectId, UUID id, MilestoneForm form, Viewer officer) {
        var before = ownMilestone(projectId, id, officer);
        check(form);
        int saved = jdbc.sql("""
                update project_milestone set title = ?, planned_on = ?, note = ?, version = version + 1 where id = ? and version = ?
                """)
                .params(
                        form.title(),
                        Objects.requireNonNull(form.plannedOn()),
                        form.note(),
                        id,
                        form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        var changes = new Changes()
                .put("title", before.title(), form.title())
                .put("plannedOn", before.plannedOn(), form.plannedOn())
                .put("note", before.note(), form.note());
        history.edited(
                projectId, before.siteId(), "MILESTONE_EDITED", name(before.kind(), before.title()), changes, officer);
    }

    /** With its evidence; 开工 and 投产 move the site. Told again, it corrects the day. */
    @Transactional
    void reach(UUID projectId, UUID id, ReachForm form, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        var before = ownMilestone(projectId, id, officer);
        var on = Objects.requireNonNull(form.reachedOn());
        if (on.getYear() < 2000) throw Refused.at("reachedOn", "projects.date.range");
        boolean given = StoredFiles.isGiven(form.file());
        if (!given && before.files().isEmpty() && before.kind().needsEvidence())
            throw Refused.at("file", "milestones.required.file");
        jdbc.sql("update project_milestone set reached_on = ?, version = version + 1 where id = ?")
                .params(on, id)
                .update();
        if (given) keep(id, form, officer);
        history.edited(
                projectId,
                before.siteId(),
                "MILESTONE_REACHED",
                name(before.kind(), before.title()),
                new Changes().put("reachedOn", before.reachedOn(), on),
                officer);
        var stage = before.kind().stage();
        if (stage != null) moves.advance(project, before.siteId(), stage, on, officer);
    }

    private void keep(UUID milestone, ReachForm form, Viewer officer) {
        var file = files.keep(form.file(), FilePurpose.EVIDENCE, officer.organization(), officer, "file");
        jdbc.sql(
                        "insert into project_milestone_file (milestone_id, file_id, added_by, added_at) values (?, ?, ?, now())")
                .params(milestone, file, officer.account())
                .update();
    }

    @Transactional
    void raise(UUID projectId, UUID siteId, ProblemForm form, Viewer officer) {
        own(siteId, officer, dossiers.locked(projectId, officer));
        if (isSlip(form.dueOn())) throw Refused.at("dueOn", "projects.date.range");
        jdbc.sql("""
                insert into project_problem (id, project_id, site_id, content, measure, due_on, raised_by, raised_at)
                values (:id, :project, :site, :content, :measure, :due, :by, now())
                """)
                .param("id", Ids.next())
                .param("project", projectId)
                .param("site", siteId)
                .param("content", form.content())
                .param("measure", form.measure())
                .param("due", form.dueOn(), java.sql.Types.DATE)
                .param("by", officer.account())
                .update();
        history.happened(projectId, siteId, "PROBLEM_RAISED", form.content(), officer);
    }

    /** Once; what solved it stays beside it. */
    @Transactional
    void solve(UUID projectId, UUID id, String solution, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        var site = jdbc.sql("select site_id from project_problem where id = ? and project_id = ?")
                .params(id, projectId)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        own(site, officer, project);
        if (solution.codePointCount(0, solution.length()) > 500) throw new Refused("milestones.problem.size");
        int solved = jdbc.sql("""
                update project_problem set solved_on = ?, solution = ?, solved_by = ?, version = version + 1
                 where id = ? and solved_on is null
                """)
                .params(LocalDate.now(clock), solution, officer.account(), id)
                .update();
        if (solved == 0) throw new Refused("milestones.refused.solved");
        history.happened(projectId, site, "PROBLEM_SOLVED", solution, officer);
    }

    /**
     * The note of the present week; written again it replaces itself, and the history keeps what it said.
     *
     * @throws EditedMeanwhile where a colleague wrote it meanwhile
     */
    @Transactional
    void note(UUID projectId, UUID siteId, WeekForm form, Viewer officer) {
        own(siteId, officer, dossiers.locked(projectId, officer));
        var week = thisWeek();
        var before = jdbc.sql("select progress from project_week where site_id = ? and week_on = ?")
                .params(siteId, week)
                .query(String.class)
                .optional()
                .orElse("");
        int saved = before.isEmpty() && form.version() == null
                ? jdbc.sql("""
                        insert into project_week (id, project_id, site_id, week_on, progress, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, now())
                        """)
                        .params(Ids.next(), projectId, siteId, week, form.progress(), officer.account())
                        .update()
                : jdbc.sql("""
                        update project_week set progress = ?, written_by = ?, written_at = now(), version = version + 1
                         where site_id = ? and week_on = ? and version = ?
                        """)
                        .params(
                                form.progress(),
                                officer.account(),
                                siteId,
                                week,
                                form.version() == null ? -1 : form.version())
                        .update();
        if (saved == 0) throw new EditedMeanwhile();
        history.edited(
                projectId,
                siteId,
                "WEEK_NOTED",
                week.toString(),
                new Changes().put("progress", before, form.progress()),
                officer);
    }

    LocalDate thisWeek() {
        return LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static void check(MilestoneForm form) {
        if (isSlip(form.plannedOn())) throw Refused.at("plannedOn", "projects.date.range");
        if (form.kind() == MilestoneKind.OTHER && form.title().length() < 2)
            throw Refused.at("title", "milestones.required.title");
    }

    private static boolean isSlip(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 2000 || day.getYear() > 2099);
    }

    private String name(@Nullable MilestoneKind kind, String title) {
        if (kind == null || kind == MilestoneKind.OTHER) return title;
        return InChinese.words(() -> choices.label(kind)) + (title.isEmpty() ? "" : " " + title);
    }

    private SiteProgress.Milestone ownMilestone(UUID projectId, UUID id, Viewer officer) {
        var project = dossiers.locked(projectId, officer);
        var milestone = queries.milestone(projectId, id);
        if (milestone == null) throw new NotFound();
        own(milestone.siteId(), officer, project);
        return milestone;
    }

    /** A site is its own office's. */
    private static void own(UUID siteId, Viewer officer, Dossier project) {
        officer.require(Dossier.isOf(project.home(siteId), officer));
    }
}
