package org.lianqiao.prospects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To whom a prospect may be given: the holder's people; by the coordinating office, the people of its whole side. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Assignees {
    private final JdbcClient jdbc;

    /** The people of an office. */
    record Group(UUID officeId, String office, List<Option> people) {
        boolean has(UUID account) {
            return people.stream().anyMatch(o -> o.value().equals(account.toString()));
        }
    }

    private record Person(UUID officeId, String office, Option person) {}

    List<Group> of(UUID holder, Viewer viewer) {
        return groups(jdbc.sql("""
                select o.id as office_id, o.name as office, a.id::text as account, a.name
                  from membership m join account a on a.id = m.account_id join organization o on o.id = m.organization_id
                 where m.ended_at is null and a.status = 'ACTIVE'
                   and exists (select from membership_role r where r.membership_id = m.id and r.role in ('OFFICER', 'LEAD'))
                   and (o.id = :holder or (:coordinating and o.id in %s)) order by o.id <> :holder, o.name, a.name
                """.formatted(Sight.SIDE))
                .params(Sight.of(viewer))
                .param("holder", holder)
                .query((row, n) -> new Person(
                        row.getObject("office_id", UUID.class),
                        text(row.getString("office")),
                        new Option(row.getString("account"), row.getString("name"))))
                .list());
    }

    Optional<Group> groupOf(UUID account, UUID holder, Viewer viewer) {
        return of(holder, viewer).stream().filter(g -> g.has(account)).findFirst();
    }

    /** Everybody who may take a step: the holder's people and the partners'. */
    List<Group> ofStep(UUID prospect) {
        return groups(jdbc.sql("""
                select o.id as office_id, coalesce(nullif(o.short_name, ''), o.name) as office, a.id::text as account, a.name
                  from membership m join account a on a.id = m.account_id join organization o on o.id = m.organization_id
                 where m.ended_at is null and a.status = 'ACTIVE'
                   and exists (select from membership_role r where r.membership_id = m.id and r.role in ('OFFICER', 'LEAD'))
                   and o.id in (select holder_office_id from prospect where id = :id
                                union select office_id from prospect_partner where prospect_id = :id)
                 order by o.name, o.id, a.name
                """)
                .param("id", prospect)
                .query((row, n) -> new Person(
                        row.getObject("office_id", UUID.class),
                        text(row.getString("office")),
                        new Option(row.getString("account"), row.getString("name"))))
                .list());
    }

    /** @param people in the order of their offices */
    private static List<Group> groups(List<Person> people) {
        var groups = new LinkedHashMap<UUID, Group>();
        for (var one : people)
            groups.computeIfAbsent(one.officeId, id -> new Group(id, one.office, new ArrayList<>()))
                    .people
                    .add(one.person);
        return List.copyOf(groups.values());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
