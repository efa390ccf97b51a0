package org.lianqiao.projects.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.projects.LibraryReader;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Consultations as those inside a project read them; an enterprise reads those in which it is asked. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ConsultationQueries {
    private static final String SEEN = LibraryReader.INSIDE
            + " and (:government or exists (select from consultation_party x where x.consultation_id = c.id and x.organization_id = cast(:mine as uuid)))";

    private static final String WAITS = "exists (select from consultation_party w where w.consultation_id = c.id"
            + " and w.organization_id = cast(:mine as uuid) and w.answer is null)";
    private static final String FROM = " from consultation c join project p on p.id = c.project_id where " + SEEN;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Clock clock;

    /** What a list shows: what waits for the own answer, what is open, all. */
    enum View {
        WAITING,
        OPEN,
        ALL;

        private String condition() {
            return switch (this) {
                case WAITING -> "c.state = 'OPEN' and " + WAITS;
                case OPEN -> "c.state = 'OPEN'";
                case ALL -> "true";
            };
        }
    }

    PageOf<ConsultationRow> list(View view, Viewer viewer, Paging paging) {
        var where = FROM + " and " + view.condition();
        int total = jdbc.sql("select count(*) from (select 1" + where + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values(viewer))
                .query(Integer.class)
                .single();
        return new PageOf<>(rows(where, values(viewer), paging.size(), paging.offset()), paging, total);
    }

    List<ConsultationRow> ofProject(UUID project, Viewer viewer) {
        var values = values(viewer);
        values.put("project", project);
        return rows(FROM + " and c.project_id = :project", values, 50, 0);
    }

    private List<ConsultationRow> rows(String where, Map<String, Object> values, int size, int offset) {
        var today = LocalDate.now(clock);
        return jdbc.sql("""
                select c.id, c.number, c.project_id, p.name as project, c.kind, c.state, c.outcome, c.disagreed_at is not null as disagreed, c.due_on,
                       (select name from organization o where o.id = c.office_id) as office,
                       (select count(answer) from consultation_party y where y.consultation_id = c.id) as answered,
                       (select count(*) from consultation_party y where y.consultation_id = c.id) as asked,
                """ + "c.state = 'OPEN' and " + WAITS + " as waits" + where
                        + " order by c.proposed_at desc, c.id desc limit :size offset :offset")
                .params(values)
                .param("size", size)
                .param("offset", offset)
                .query((row, n) -> {
                    var due = row.getObject("due_on", LocalDate.class);
                    var state = ConsultationState.valueOf(row.getString("state"));
                    return new ConsultationRow(
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getObject("project_id", UUID.class),
                            row.getString("project"),
                            ConsultationKind.valueOf(row.getString("kind")),
                            state,
                            value(Outcome.class, row.getString("outcome")),
                            row.getBoolean("disagreed"),
                            row.getString("office"),
                            due,
                            state == ConsultationState.OPEN && due.isBefore(today),
                            row.getInt("answered"),
                            row.getInt("asked"),
                            row.getBoolean("waits"));
                })
                .list();
    }

    Optional<ConsultationPage> page(UUID project, UUID id, Viewer viewer) {
        return jdbc.sql("""
                select c.*, o.name as office, coalesce(a.name, '') as recorder, coalesce(ro.name, '') as recording_office, s.function, s.region_code as site_region
                 from consultation c join project p on p.id = c.project_id
                 join organization o on o.id = c.office_id left join account a on a.id = c.recorded_by
                 left join organization ro on ro.id = c.recorded_office_id left join project_site s on s.id = c.site_id where
                """ + SEEN + " and c.id = :id and c.project_id = :project")
                .params(values(viewer))
                .param("id", id)
                .param("project", project)
                .query((row, n) -> page(row, viewer))
                .optional();
    }

    private ConsultationPage page(ResultSet row, Viewer viewer) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var function = value(org.lianqiao.shared.SiteFunction.class, row.getString("function"));
        return new ConsultationPage(
                id,
                row.getString("number"),
                row.getObject("project_id", UUID.class),
                ConsultationKind.valueOf(row.getString("kind")),
                row.getString("question"),
                row.getObject("site_id", UUID.class),
                function == null
                        ? ""
                        : choices.label(function) + " · " + catalogue.regionName(row.getString("site_region")),
                catalogue.regionName(row.getString("to_region_code")),
                row.getString("to_region_code"),
                row.getObject("to_office_id", UUID.class),
                ConsultationState.valueOf(row.getString("state")),
                value(Outcome.class, row.getString("outcome")),
                instant(row, "disagreed_at"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("office_id", UUID.class),
                row.getString("office"),
                value(Paper.class, row.getString("paper")),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class),
                row.getObject("file_id", UUID.class),
                row.getString("conclusion"),
                (row.getString("recording_office") + " " + row.getString("recorder")).strip(),
                parties(id, viewer),
                steps(id, viewer));
    }

    private List<ConsultationPage.Party> parties(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select y.*, o.name as organization, coalesce(a.name, '') as answerer, coalesce(d.name, '') as drafter
                  from consultation_party y join organization o on o.id = y.organization_id
                  left join account a on a.id = y.answered_by left join account d on d.id = y.drafted_by
                 where y.consultation_id = ? order by o.kind desc, o.name
                """)
                .param(id)
                .query((row, n) -> {
                    var organization = row.getObject("organization_id", UUID.class);
                    boolean ours = organization.equals(viewer.organizationId());
                    return new ConsultationPage.Party(
                            organization,
                            row.getString("organization"),
                            ours,
                            value(Answer.class, row.getString("answer")),
                            row.getString("answer_text"),
                            row.getString("answerer"),
                            instant(row, "answered_at"),
                            ours ? value(Answer.class, row.getString("draft_answer")) : null,
                            ours ? row.getString("draft_text") : "",
                            ours ? row.getString("drafter") : "");
                })
                .list();
    }

    /** What happened; a draft is its own office's business. */
    private List<ConsultationPage.Step> steps(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select s.what, coalesce(s.answer, ''), s.text, coalesce(o.name, ''), coalesce(a.name, ''), s.done_at
                  from consultation_step s left join organization o on o.id = s.organization_id left join account a on a.id = s.done_by
                 where s.consultation_id = :id and (s.what <> 'DRAFTED' or s.organization_id = :mine) order by s.done_at desc, s.id desc limit 200
                """)
                .param("id", id)
                .param("mine", Objects.requireNonNullElse(viewer.organizationId(), new UUID(0, 0)))
                .query((row, n) -> new ConsultationPage.Step(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Map<String, Object> values(Viewer viewer) {
        var values = new HashMap<String, Object>(LibraryReader.of(viewer));
        values.put("government", viewer.kind() != null && viewer.kind().isGovernment());
        return values;
    }

    private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
