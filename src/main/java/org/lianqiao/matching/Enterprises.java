package org.lianqiao.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The enterprises that a reader may be told of, as the database knows them now: the snapshot may be half a minute old,
 * and whoever left or asked to be left out meanwhile is not named any more.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Enterprises {
    private static final String SELECT = """
            select o.id, o.name, o.region_code, o.size, o.status = 'REGISTERED' as registered,
                   exists (select from association_membership m where m.member_id = o.id and m.association_id = :own
                           and m.state = 'AGREED' and :association) as member
              from organization o where o.kind = 'ENTERPRISE' and o.platform_role is null and o.status <> 'SUSPENDED'
               and (o.id = :own
                 or exists (select from association_membership m where m.member_id = o.id and m.association_id = :own and m.state = 'AGREED')
                 or not :staff and o.status = 'REGISTERED' and not exists (select from match_silence s where s.organization_id = o.id)
                 or :staff and (o.status = 'REGISTERED' or o.created_by is null and not o.unverified or exists (
                      select from membership c join organization f on f.id = c.organization_id where c.account_id = o.created_by
                         and (f.platform_role = 'OPERATOR' or c.organization_id = :own and c.ended_at is null))))
            """;

    private final JdbcClient jdbc;

    /** @param member whether the reader's association may act for it */
    record Enterprise(
            UUID id,
            String name,
            @Nullable String regionCode,
            @Nullable OrganizationSize size,
            boolean registered,
            boolean member) {}

    Optional<Enterprise> find(UUID id, Viewer viewer) {
        return Optional.ofNullable(find(List.of(id), viewer).get(id));
    }

    Map<UUID, Enterprise> find(Collection<UUID> ids, Viewer viewer) {
        if (ids.isEmpty()) return Map.of();
        return jdbc
                .sql(SELECT + " and o.id = any(:ids)")
                .params(reader(viewer))
                .param("ids", ids.toArray(UUID[]::new))
                .query(Enterprise.class)
                .stream()
                .collect(Collectors.toMap(Enterprise::id, Function.identity()));
    }

    /** Those that agreed that the reader's association acts for them; of everybody else none. */
    Set<UUID> members(Viewer viewer) {
        if (viewer.kind() != OrganizationKind.ASSOCIATION) return Set.of();
        return new HashSet<>(
                jdbc.sql("""
                select m.member_id from association_membership m join organization o on o.id = m.member_id
                 where m.association_id = ? and m.state = 'AGREED' and o.kind = 'ENTERPRISE' and o.status = 'REGISTERED'
                """).param(viewer.organization()).query(UUID.class).list());
    }

    /** Whose intent on the need is open or was accepted. */
    Set<UUID> intending(UUID need) {
        return new HashSet<>(jdbc.sql("""
                select organization_id from intent where need_id = ? and organization_id is not null
                   and state in ('UNVERIFIED', 'UNASSIGNED', 'SUBMITTED', 'QUERIED', 'ACCEPTED')
                """).param(need).query(UUID.class).list());
    }

    private static Map<String, @Nullable Object> reader(Viewer viewer) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("own", viewer.organizationId());
        values.put("staff", viewer.kind() != null && viewer.kind().isGovernment());
        values.put("association", viewer.kind() == OrganizationKind.ASSOCIATION);
        return values;
    }
}
