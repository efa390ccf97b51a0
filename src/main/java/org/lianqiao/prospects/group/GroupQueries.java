package org.lianqiao.prospects.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups, to the association that sent them and the office that got them. No contact is ever read here. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class GroupQueries {
    private final JdbcClient jdbc;

    Optional<GroupPage> find(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select g.id, a.name as association, o.id as office_id, o.name as office, g.matter, g.message, g.file_id,
                       (g.sent_at at time zone 'Asia/Shanghai')::date as sent_on
                  from prospect_group g join organization a on a.id = g.association_id join organization o on o.id = g.office_id
                 where g.id = :id and ((:member and g.association_id = cast(:own as uuid)) or (:officer and g.office_id = cast(:own as uuid)))
                """)
                .param("id", id)
                .param("member", Groups.maySend(viewer))
                .param("officer", viewer.isOfficer())
                .param("own", viewer.organizationId(), java.sql.Types.OTHER)
                .query((row, n) -> new GroupPage(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(row.getString("association")),
                        row.getObject("office_id", UUID.class),
                        Objects.requireNonNull(row.getString("office")),
                        Objects.requireNonNull(row.getString("matter")),
                        Objects.requireNonNull(row.getString("message")),
                        row.getObject("file_id", UUID.class),
                        row.getObject("sent_on", LocalDate.class),
                        members(row.getObject("id", UUID.class), viewer.isOfficer())))
                .optional();
    }

    List<GroupPage.Row> list(Viewer viewer) {
        return jdbc.sql("""
                select g.id, a.name as association, o.name as office, g.matter, (g.sent_at at time zone 'Asia/Shanghai')::date as sent_on,
                       count(*) as members, count(*) filter (where m.state in ('CONFIRMED', 'KNOWN')) as confirmed
                  from prospect_group g join organization a on a.id = g.association_id join organization o on o.id = g.office_id
                  join prospect_group_member m on m.group_id = g.id
                 where :own in (g.association_id, g.office_id) group by g.id, a.name, o.name order by g.sent_at desc limit 100
                """)
                .param("own", viewer.organization())
                .query(GroupPage.Row.class)
                .list();
    }

    private List<GroupPage.Member> members(UUID group, boolean office) {
        return jdbc.sql("""
                select m.name, m.state, (m.answered_at at time zone 'Asia/Shanghai')::date as answered_on,
                       case when :office then m.prospect_id end as prospect_id, p.stage, p.status
                  from prospect_group_member m left join prospect p on p.id = m.prospect_id where m.group_id = :group order by m.position
                """)
                .param("office", office)
                .param("group", group)
                .query(GroupPage.Member.class)
                .list();
    }
}
