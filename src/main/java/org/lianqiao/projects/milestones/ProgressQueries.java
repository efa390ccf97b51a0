package org.lianqiao.projects.milestones;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.files.StoredFile;
import org.lianqiao.projects.Dossier;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a project's progress, in four statements however many sites it has. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProgressQueries {
    private static final int WEEKS_SHOWN = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    List<SiteProgress> of(Dossier project, Viewer viewer) {
        var milestones = milestones(project.id());
        var problems = problems(project.id());
        var weeks = weeks(project.id());
        return project.homes().stream()
                .map(h -> new SiteProgress(
                        h,
                        Dossier.isOf(h, viewer),
                        milestones.stream()
                                .filter(m -> m.siteId().equals(h.id()))
                                .toList(),
                        problems.stream().filter(p -> p.siteId().equals(h.id())).toList(),
                        weeks.stream().filter(w -> w.siteId().equals(h.id())).toList()))
                .toList();
    }

    SiteProgress.@Nullable Milestone milestone(UUID project, UUID id) {
        return milestones(project).stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<SiteProgress.Milestone> milestones(UUID project) {
        var files = files(project);
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        "select * from project_milestone m where m.project_id = ? order by m.planned_on, m.kind, m.id limit 500")
                .param(project)
                .query((row, n) -> milestone(row, files, today))
                .list();
    }

    private static SiteProgress.Milestone milestone(ResultSet row, Map<UUID, List<StoredFile>> files, LocalDate today)
            throws SQLException {
        var planned = row.getObject("planned_on", LocalDate.class);
        var reached = row.getObject("reached_on", LocalDate.class);
        var id = row.getObject("id", UUID.class);
        return new SiteProgress.Milestone(
                id,
                row.getObject("site_id", UUID.class),
                MilestoneKind.valueOf(row.getString("kind")),
                row.getString("title"),
                planned,
                reached,
                row.getString("note"),
                row.getLong("version"),
                Math.max(0, ChronoUnit.DAYS.between(planned, reached == null ? today : reached)),
                files.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<StoredFile>> files(UUID project) {
        var files = new HashMap<UUID, List<StoredFile>>();
        jdbc.sql("""
                select x.milestone_id, f.id, f.name, f.content_type, f.size from project_milestone m
                  join project_milestone_file x on x.milestone_id = m.id join stored_file f on f.id = x.file_id
                 where m.project_id = ? order by x.added_at
                """).param(project).query(row -> {
            files.computeIfAbsent(row.getObject(1, UUID.class), x -> new ArrayList<>())
                    .add(new StoredFile(
                            row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getLong(5)));
        });
        return files;
    }

    private List<SiteProgress.Problem> problems(UUID project) {
        var today = LocalDate.now(clock);
        return jdbc.sql("""
                select p.*, a.name as raiser from project_problem p join account a on a.id = p.raised_by
                 where p.project_id = ? order by p.solved_on is not null, p.due_on nulls last, p.raised_at limit 200
                """)
                .param(project)
                .query((row, n) -> {
                    var due = row.getObject("due_on", LocalDate.class);
                    var solved = row.getObject("solved_on", LocalDate.class);
                    return new SiteProgress.Problem(
                            row.getObject("id", UUID.class),
                            row.getObject("site_id", UUID.class),
                            row.getString("content"),
                            row.getString("measure"),
                            due,
                            solved,
                            row.getString("solution"),
                            row.getString("raiser"),
                            solved == null && due != null && due.isBefore(today));
                })
                .list();
    }

    private List<SiteProgress.Week> weeks(UUID project) {
        return jdbc.sql("""
                select * from (select w.*, a.name as writer, row_number() over (partition by w.site_id order by w.week_on desc) as back
                  from project_week w join account a on a.id = w.written_by where w.project_id = ?) w where back <= ? order by week_on desc
                """)
                .params(project, WEEKS_SHOWN)
                .query((row, n) -> new SiteProgress.Week(
                        row.getObject("site_id", UUID.class),
                        row.getObject("week_on", LocalDate.class),
                        row.getString("progress"),
                        row.getString("writer"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getLong("version")))
                .list();
    }
}
