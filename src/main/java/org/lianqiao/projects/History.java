package org.lianqiao.projects;

import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a project, only appended: for its offices on its page, and for the audit. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class History {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Something that is no change of a field. @param what the last part of its label's key */
    public void happened(UUID project, @Nullable UUID site, String what, String detail, Viewer by) {
        keep(project, site, what, detail, new Changes.Field("", "", ""), by);
        touch(project);
        record(project, what, detail, by);
    }

    /** One line a field; nothing at all where nothing changed. */
    public void edited(UUID project, @Nullable UUID site, String what, String detail, Changes changes, Viewer by) {
        if (changes.list().isEmpty()) return;
        for (var change : changes.list()) keep(project, site, what, detail, change, by);
        touch(project);
        var fields = String.join(
                ", ", changes.list().stream().map(Changes.Field::field).toList());
        record(project, what, detail.isEmpty() ? fields : detail + ": " + fields, by);
    }

    private void keep(UUID project, @Nullable UUID site, String what, String detail, Changes.Field change, Viewer by) {
        jdbc.sql("""
                insert into project_change (id, project_id, site_id, what, detail, field, from_value, to_value, changed_by, changed_at, at_version)
                values (:id, :project, :site, :what, :detail, :field, :from, :to, :by, now(),
                    coalesce((select version from project_site where id = :site), (select version from project where id = :project)))
                """)
                .param("id", Ids.next())
                .param("project", project)
                .param("site", site, java.sql.Types.OTHER)
                .param("what", what)
                .param("detail", detail)
                .param("field", change.field())
                .param("from", change.from())
                .param("to", change.to())
                .param("by", by.account())
                .update();
    }

    private void touch(UUID project) {
        jdbc.sql("update project set updated_at = now() where id = ?")
                .param(project)
                .update();
    }

    private void record(UUID project, String what, String detail, Viewer by) {
        var number = jdbc.sql("select number from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
        events.publishEvent(
                new Recorded(by, "project." + what.toLowerCase(Locale.ROOT), "project", project, number, detail));
    }
}
