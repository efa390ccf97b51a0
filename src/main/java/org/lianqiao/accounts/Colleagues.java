package org.lianqiao.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the viewer's own organisation. */
@Component
@RequiredArgsConstructor
class Colleagues {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    record Colleague(UUID membership, UUID account, String name, List<Role> roles, OffsetDateTime since) {
        public boolean isManager() {
            return roles.contains(Role.MANAGER);
        }
    }

    @Transactional(readOnly = true)
    List<Colleague> of(Viewer viewer) {
        return jdbc.sql("""
                select m.id, a.id, a.name, array(select r.role from membership_role r where r.membership_id = m.id order by r.role), m.started_at
                  from membership m join account a on a.id = m.account_id
                 where m.organization_id = ? and m.ended_at is null and a.status = 'ACTIVE' order by m.started_at, a.name limit ?
                """)
                .params(viewer.organization(), MOST)
                .query((row, n) -> read(row))
                .list();
    }

    private static Colleague read(ResultSet row) throws SQLException {
        return new Colleague(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Objects.requireNonNull(row.getString(3)),
                Arrays.stream((String[]) row.getArray(4).getArray())
                        .map(Role::valueOf)
                        .toList(),
                row.getObject(5, OffsetDateTime.class));
    }
}
