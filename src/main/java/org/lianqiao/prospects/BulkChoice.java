package org.lianqiao.prospects;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was chosen on the list, and to whom it may be given. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class BulkChoice {
    private final JdbcClient jdbc;
    private final Assignees assignees;

    /** A chosen prospect, as far as its office is the viewer's to know. */
    record Row(UUID id, String enterprise, String matter, Stage stage, ProspectStatus status, String owner) {}

    List<Row> rows(List<UUID> ids, Viewer officer) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql("""
                select p.id, o.name as enterprise, case when %1$s then p.matter else '' end as matter, p.stage, p.status,
                       case when %1$s then coalesce(a.name, '') else '' end as owner
                  from prospect p join organization o on o.id = p.organization_id left join account a on a.id = p.owner_account_id
                 where p.id in (:ids) and %2$s order by o.name, p.id
                """.formatted(Sight.WHOLE, Sight.SEEN))
                .params(Sight.of(officer))
                .param("ids", ids)
                .query(Row.class)
                .list();
    }

    List<Assignees.Group> people(Viewer officer) {
        return assignees.of(officer.organization(), officer);
    }
}
