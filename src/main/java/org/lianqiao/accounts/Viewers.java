package org.lianqiao.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who a person is at this moment: the organisation acted for, its place in the alliance, the roles held there. */
@Service
@RequiredArgsConstructor
public class Viewers {
    private final JdbcClient jdbc;

    public Optional<Viewer> of(UUID account) {
        return jdbc.sql("""
                select a.id, a.name, o.id as organization, o.name as organization_name, o.kind, o.region_code,
                       coalesce(place.alliance_id, joint.id) as alliance, place.side,
                       exists (select from alliance_side s where s.coordinating_office_id = o.id) as coordinating,
                       joint.id is not null as joint,
                       array(select r.role from membership_role r where r.membership_id = m.id) as roles
                  from account a
                  left join membership m on m.id = a.current_membership_id and m.ended_at is null
                  left join organization o on o.id = m.organization_id and o.status <> 'SUSPENDED'
                  left join region g on g.code = o.region_code
                  left join alliance joint on joint.joint_office_id = o.id
                  left join lateral (select r.alliance_id, r.side from alliance_region r
                       where joint.id is null and r.region_code in (g.code, g.parent_code)
                       order by r.region_code = g.code desc limit 1) place on true
                 where a.id = ? and a.status = 'ACTIVE'
                """).param(account).query((row, n) -> viewer(row)).optional();
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        var organization = row.getObject("organization", UUID.class);
        return new Viewer(
                row.getObject("id", UUID.class),
                row.getString("name"),
                organization,
                text(row.getString("organization_name")),
                organization == null ? null : OrganizationKind.valueOf(row.getString("kind")),
                row.getString("region_code"),
                row.getObject("alliance", UUID.class),
                row.getString("side"),
                row.getBoolean("coordinating"),
                row.getBoolean("joint"),
                organization == null
                        ? Set.of()
                        : roles((String[]) row.getArray("roles").getArray()));
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toSet());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
