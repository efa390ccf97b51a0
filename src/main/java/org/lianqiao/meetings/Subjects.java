package org.lianqiao.meetings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a meeting can be about, and who can have been there. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Subjects {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    /** @param enterprise whose it is, where that is an enterprise and may be named; else empty */
    record Subject(
            UUID id,
            String title,
            String enterprise,
            @Nullable UUID node,
            @Nullable String region) {}

    /** An open need. */
    Optional<Subject> need(@Nullable UUID id) {
        if (id == null) return Optional.empty();
        return jdbc.sql("""
                select n.id, n.title, case when o.kind = 'ENTERPRISE' and not n.anonymous then o.name else '' end as enterprise,
                       n.node_id as node, n.region_code as region
                  from need n join organization o on o.id = n.organization_id where n.id = ? and n.state = 'PUBLISHED'
                """).param(id).query(Subject.class).optional();
    }

    /** A project that the officer's office holds or has a site of. */
    Optional<Subject> project(@Nullable UUID id, Viewer officer) {
        if (id == null) return Optional.empty();
        return jdbc.sql("""
                select p.id, p.name as title, coalesce(o.name, '') as enterprise, p.node_id as node,
                       (select region_code from project_site s where s.project_id = p.id order by position limit 1) as region
                  from project p left join organization o on o.id = p.organization_id
                 where p.id = :id and (p.publication = 'PUBLISHED' or p.holder_office_id = :office
                    or exists (select from project_site s where s.project_id = p.id and s.office_id = :office))
                """)
                .param("id", id)
                .param("office", officer.organization())
                .query(Subject.class)
                .optional();
    }

    Optional<Subject> event(@Nullable UUID id) {
        if (id == null) return Optional.empty();
        return jdbc.sql("""
                select id, name_zh as title, '' as enterprise, null::uuid as node, null::text as region from event
                 where id = ? and published
                """).param(id).query(Subject.class).optional();
    }

    List<Option> needs() {
        return jdbc.sql("""
                select id::text as value, title || ' · ' || number as label from need where state = 'PUBLISHED'
                 order by published_at desc, id desc limit 200
                """).query(Option.class).list();
    }

    /** The projects that the officer's office works on. */
    List<Option> projects(Viewer officer) {
        return jdbc.sql("""
                select p.id::text as value, p.name as label from project p where p.holder_office_id = :office
                    or p.id in (select project_id from project_site where office_id = :office)
                 order by p.updated_at desc, p.id desc limit 200
                """)
                .param("office", officer.organization())
                .query(Option.class)
                .list();
    }

    /** Events of the last year and the next days, the latest first. */
    List<Option> events() {
        return jdbc.sql("""
                select id::text as value, name_zh as label from event where published and starts_at < now() + interval '1 day'
                 order by starts_at desc limit 50
                """).query(Option.class).list();
    }

    /** Offices, associations and parks that may have taken part beside the officer's own. */
    List<Option> others(Viewer officer) {
        return jdbc.sql("""
                select o.id::text as value, coalesce(nullif(o.short_name, ''), o.name) as label from organization o
                  left join region r on r.code = o.region_code
                 where o.kind in ('OFFICE', 'DEPARTMENT', 'ASSOCIATION', 'PARK') and o.status = 'REGISTERED' and o.platform_role is null
                   and o.id <> :own
                 order by array_position(array['OFFICE', 'DEPARTMENT', 'ASSOCIATION', 'PARK'], o.kind), r.position nulls last, o.name limit
                """ + MOST)
                .param("own", officer.organization())
                .query(Option.class)
                .list();
    }
}
