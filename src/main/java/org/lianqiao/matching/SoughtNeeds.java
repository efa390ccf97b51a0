package org.lianqiao.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Needs as matching reads them: only published ones. Whose matches a reader may see is decided here: the owner's, those
 * of its members' an association's, those of its region an office's, those of the alliance the coordinating offices'.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class SoughtNeeds {
    private static final String COLUMNS = """
            select n.id, n.number, n.title, case when :english and n.title_en <> '' then n.title_en else n.title end as shown,
                   n.description, n.direction, n.kind, n.subject, n.resource, n.organization_id,
                   case when n.anonymous and n.organization_id is distinct from cast(:own as uuid) then '' else o.name end as owner,
                   n.organization_id is not distinct from cast(:own as uuid) as own, n.chain_id, n.node_id, coalesce(c.name_zh, '') as node,
                   n.region_code, n.function, n.amount_yuan, n.site_area_sqm, n.floor_height_m, n.floor_load_t, n.power_kva,
                   n.tenure, n.expires_on, n.updated_at
            """;

    private static final String FROM = """
             from need n join organization o on o.id = n.organization_id left join chain_node c on c.id = n.node_id
             left join region r on r.code = n.region_code where n.state = 'PUBLISHED'
            """;

    private static final String OF_THE_OFFICE = """
            (:officer and (:region in (n.region_code, r.parent_code)
               or :coordinating and exists (select from alliance_region a where a.alliance_id = cast(:alliance as uuid)
                                             and a.region_code in (n.region_code, r.parent_code))))
            """;

    private static final String CONCERNS = """
            (:author and n.organization_id = :own
             or :association and not n.anonymous and exists (select from association_membership m
                   where m.association_id = :own and m.member_id = n.organization_id and m.state = 'AGREED')
             or\s""" + OF_THE_OFFICE + ")";

    private static final int MOST_OF_MANY = 500;

    private static final String ABOUT_PRODUCTS = " and n.subject in ('PRODUCT', 'CAPACITY', 'TECHNOLOGY')";

    private final JdbcClient jdbc;

    /** A need whose matches the reader may see. */
    Optional<Sought> concerning(UUID id, Viewer viewer) {
        return query(COLUMNS + FROM + " and n.id = :id and " + CONCERNS, viewer, Map.of("id", id))
                .optional();
    }

    Optional<Sought> published(UUID id, Viewer viewer) {
        return query(COLUMNS + FROM + " and n.id = :id", viewer, Map.of("id", id))
                .optional();
    }

    /** What others seek or offer that is made by enterprises, the latest first. */
    List<Sought> ofOthers(Viewer viewer, int most) {
        var sql = COLUMNS + FROM + ABOUT_PRODUCTS
                + " and n.organization_id is distinct from cast(:own as uuid) order by n.published_at desc, n.id desc limit :most";
        return query(sql, viewer, Map.of("most", most)).list();
    }

    /** What the reader's own organisation has published, the latest first. */
    List<Sought> own(Viewer viewer, int most) {
        var sql = COLUMNS + FROM + " and n.organization_id = :own order by n.published_at desc, n.id desc limit :most";
        return query(sql, viewer, Map.of("most", most)).list();
    }

    /** What these organisations seek or offer under their own names, made by enterprises, the latest first. */
    List<Sought> openlyOf(Collection<UUID> organizations) {
        if (organizations.isEmpty()) return List.of();
        var sql = COLUMNS + FROM + ABOUT_PRODUCTS
                + " and not n.anonymous and n.organization_id = any(:organizations) order by n.published_at desc, n.id desc limit "
                + MOST_OF_MANY;
        return query(sql, Viewer.VISITOR, Map.of("organizations", organizations.toArray(UUID[]::new)))
                .list();
    }

    /** The needs for which an office answers. */
    PageOf<Sought> ofOffice(Viewer office, Paging paging) {
        var where = FROM + " and (" + OF_THE_OFFICE + " or :author and n.organization_id = :own)";
        var page = Map.<String, Object>of("size", paging.size(), "offset", paging.offset());
        var order = " order by n.published_at desc, n.id desc limit :size offset :offset";
        var rows = query(COLUMNS + where + order, office, page).list();
        int total = jdbc.sql("select count(*) from (select 1 " + where + " limit " + (PageOf.CAP + 1) + ") counted")
                .params(reader(office))
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    /** The other direction of the same kind: who offers the site, the resource or the capital that is sought. */
    List<Sought> counterparts(Sought need, Viewer viewer, int most) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("direction", need.direction().name());
        values.put("subject", need.subject().name());
        values.put("resource", need.resource() == null ? "" : need.resource().name());
        values.put("owner", need.organizationId());
        values.put("there", need.regionCode() == null ? "" : need.regionCode());
        values.put("most", most);
        var sql = COLUMNS + FROM + """
                 and n.direction <> :direction and n.subject = :subject and coalesce(n.resource, '') = :resource
                 and n.organization_id <> :owner
                 order by coalesce(n.region_code, '') = :there desc, n.published_at desc, n.id desc limit :most
                """;
        return query(sql, viewer, values).list();
    }

    private JdbcClient.MappedQuerySpec<Sought> query(String sql, Viewer viewer, Map<String, ?> values) {
        return jdbc.sql(sql)
                .params(reader(viewer))
                .params(values)
                .param("english", english())
                .query(Sought.class);
    }

    private static Map<String, @Nullable Object> reader(Viewer viewer) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("own", viewer.organizationId());
        values.put("author", viewer.isMember() || viewer.isOfficer());
        values.put("association", viewer.isMember() && viewer.kind() == OrganizationKind.ASSOCIATION);
        values.put("officer", viewer.isOfficer());
        values.put("region", viewer.organizationRegion() == null ? "" : viewer.organizationRegion());
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        values.put("alliance", viewer.allianceId());
        return values;
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
