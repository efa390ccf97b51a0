package org.lianqiao.organizations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisations show of themselves. Those who are registered are seen by everybody who works for a government, each
 * by itself and by the associations that it agreed to; whom only one office knows (未入驻) is seen by that office.
 */
@Service
@RequiredArgsConstructor
class Profiles {
    private static final int MOST_PRODUCTS = 20;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;

    /** A public need, as the organisation's page names it. */
    record Offer(UUID id, String title, String kind) {}

    @Transactional(readOnly = true)
    Optional<Profile> find(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select o.*, array(select n.node_id from organization_node n where n.organization_id = o.id) as node_ids,
                       array(select p.name from organization_product p where p.organization_id = o.id order by p.position) as products
                  from organization o where o.id = :id and\s""" + Known.OPENED)
                .param("id", id)
                .params(Known.to(viewer))
                .query((row, n) -> read(row))
                .optional();
    }

    /** What it has published under its name. */
    @Transactional(readOnly = true)
    List<Offer> offers(UUID id) {
        return jdbc.sql("""
                select id, title, kind from need where organization_id = ? and state = 'PUBLISHED' and not anonymous
                 order by published_at desc limit 10
                """).param(id).query(Offer.class).list();
    }

    /** @throws EditedMeanwhile where somebody saved since the form was made */
    @Transactional
    void edit(ProfileForm form, Viewer manager) {
        manager.require(manager.isMember() && manager.has(Role.MANAGER));
        if (!catalogue.hasRegion(form.regionCode())) throw Refused.at("regionCode", "organizations.required.region");
        if (!form.industryCode().isEmpty()
                && catalogue.industryName(form.industryCode()).isEmpty())
            throw Refused.at("industryCode", "organizations.industry.unknown");
        var products = products(form.products());
        int saved = jdbc.sql("""
                update organization set short_name = :short, name_en = :en, region_code = :region, size = :size, industry_code = :industry,
                       profile = :profile, address = :address, website = :website, version = version + 1
                 where id = :id and version = :version
                """)
                .param("short", form.shortName())
                .param("en", form.nameEn())
                .param("region", form.regionCode())
                .param("size", form.size() == null ? null : form.size().name())
                .param("industry", form.industryCode().isEmpty() ? null : form.industryCode())
                .param("profile", form.profile())
                .param("address", form.address())
                .param("website", form.website())
                .param("id", manager.organization())
                .param("version", form.version() == null ? -1 : form.version())
                .update();
        if (saved == 0) throw new EditedMeanwhile();
        write(manager.organization(), form.nodeIds(), products);
        events.publishEvent(new Searchable(EntryKind.ORGANIZATION, manager.organization()));
        events.publishEvent(new Recorded(
                manager, "organization.edit", "organization", manager.organization(), manager.organizationName()));
    }

    private void write(UUID id, @Nullable List<UUID> nodes, List<String> products) {
        jdbc.sql("delete from organization_node where organization_id = ?")
                .param(id)
                .update();
        for (var node : nodes == null ? List.<UUID>of() : nodes)
            if (catalogue.hasNode(node))
                jdbc.sql(
                                "insert into organization_node (organization_id, node_id) values (?, ?) on conflict do nothing")
                        .params(id, node)
                        .update();
        jdbc.sql("delete from organization_product where organization_id = ?")
                .param(id)
                .update();
        for (int i = 0; i < products.size(); i++)
            jdbc.sql("insert into organization_product (organization_id, name, position) values (?, ?, ?)")
                    .params(id, products.get(i), i)
                    .update();
    }

    private static List<String> products(String typed) {
        var all = Stream.of(typed.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (all.size() > MOST_PRODUCTS || all.stream().anyMatch(name -> name.length() > 60))
            throw Refused.at("products", "organizations.products.wrong");
        return all;
    }

    private Profile read(ResultSet row) throws SQLException {
        var nodes = List.of((UUID[]) row.getArray("node_ids").getArray());
        return new Profile(
                row.getObject("id", UUID.class),
                OrganizationKind.valueOf(row.getString("kind")),
                text(row.getString("name")),
                text(row.getString("name_en")),
                text(row.getString("short_name")),
                text(row.getString("uscc")),
                row.getString("region_code"),
                catalogue.regionName(row.getString("region_code")),
                "REGISTERED".equals(row.getString("status")),
                row.getString("size") == null ? null : OrganizationSize.valueOf(row.getString("size")),
                row.getString("industry_code"),
                catalogue.industryName(row.getString("industry_code")),
                text(row.getString("profile")),
                text(row.getString("address")),
                text(row.getString("website")),
                nodes,
                nodes.stream()
                        .map(catalogue::nodeName)
                        .filter(n -> !n.isEmpty())
                        .toList(),
                Arrays.asList((String[]) row.getArray("products").getArray()),
                row.getObject("licence_file_id", UUID.class),
                row.getLong("version"));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
