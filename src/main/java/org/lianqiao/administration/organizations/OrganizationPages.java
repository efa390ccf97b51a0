package org.lianqiao.administration.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of organisations. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class OrganizationPages {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    record Row(
            UUID id,
            OrganizationKind kind,
            String name,
            String uscc,
            String region,
            OrganizationStatus status,
            int people) {}

    /** @param operator whether it runs the portal */
    record Page(
            UUID id,
            OrganizationForm form,
            OrganizationStatus status,
            boolean operator,
            String region,
            String parent,
            @Nullable OffsetDateTime registeredAt,
            int people,
            int needs,
            int intents,
            int prospects,
            List<Option> departments) {}

    PageOf<Row> find(OrganizationFilter filter, Paging paging) {
        int total = jdbc.sql("select count(*) from (select 1 from organization o where " + filter.where() + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(filter.values())
                .query(Integer.class)
                .single();
        var rows = jdbc.sql("""
                select o.id, o.kind, o.name, o.uscc, o.region_code, o.status,
                       (select count(*) from membership m join account a on a.id = m.account_id and a.status = 'ACTIVE'
                         where m.organization_id = o.id and m.ended_at is null) as people
                  from organization o where %s
                 order by array_position(array['OFFICE', 'DEPARTMENT', 'ASSOCIATION', 'PARK', 'ENTERPRISE'], o.kind), o.name, o.id
                 limit :size offset :offset
                """.formatted(filter.where()))
                .params(filter.values())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        OrganizationKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        text(row.getString("uscc")),
                        catalogue.regionName(row.getString("region_code")),
                        OrganizationStatus.valueOf(row.getString("status")),
                        row.getInt("people")))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    Optional<Page> find(UUID id) {
        return jdbc.sql("""
                select o.*, p.name as parent,
                       (select count(*) from membership m where m.organization_id = o.id and m.ended_at is null) as people,
                       (select count(*) from need n where n.organization_id = o.id) as needs,
                       (select count(*) from intent i where i.organization_id = o.id) as intents,
                       (select count(*) from prospect s where s.organization_id = o.id) as prospects
                  from organization o left join organization p on p.id = o.parent_id where o.id = ?
                """).param(id).query((row, n) -> page(row)).optional();
    }

    /** The offices that a department may belong to. */
    List<Option> offices() {
        return jdbc.sql("""
                select id::text as value, name as label from organization
                 where kind = 'OFFICE' and platform_role is null order by name
                """).query(Option.class).list();
    }

    private Page page(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var region = row.getString("region_code");
        return new Page(
                id,
                new OrganizationForm(
                        OrganizationKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("short_name"),
                        text(row.getString("uscc")),
                        text(region),
                        row.getObject("parent_id", UUID.class),
                        row.getString("address"),
                        row.getString("profile"),
                        row.getLong("version")),
                OrganizationStatus.valueOf(row.getString("status")),
                row.getString("platform_role") != null,
                catalogue.regionName(region),
                text(row.getString("parent")),
                row.getObject("registered_at", OffsetDateTime.class),
                row.getInt("people"),
                row.getInt("needs"),
                row.getInt("intents"),
                row.getInt("prospects"),
                jdbc.sql("select id::text as value, name as label from organization where parent_id = ? order by name")
                        .param(id)
                        .query(Option.class)
                        .list());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
