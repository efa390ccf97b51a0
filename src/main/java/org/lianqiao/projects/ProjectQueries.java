package org.lianqiao.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The library as its readers see it: what is published, for everybody; what is not, for the offices of its sites, its
 * holder, its enterprise, and the office that coordinates the side of a site.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ProjectQueries {
    static final String INSIDE = """
            (cast(:mine as uuid) in (p.holder_office_id, p.organization_id)
             or exists (select from project_site x where x.project_id = p.id and x.office_id = cast(:mine as uuid))
             or (:coordinating and exists (select from project_site x join alliance_region a on a.region_code = x.region_code
                 and a.alliance_id = p.alliance_id and a.side = :side where x.project_id = p.id)))
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    /** @param sites as function and region, in order */
    record Row(
            UUID id,
            String number,
            String name,
            String chain,
            Publication publication,
            List<Place> sites,
            @Nullable Money amount) {}

    record Place(SiteFunction function, String region) {}

    record Site(
            UUID id,
            SiteFunction function,
            String regionCode,
            String region,
            @Nullable UUID parkId,
            String park,
            UUID officeId,
            String office,
            String responsible,
            @Nullable UUID responsibleId,
            @Nullable Area area,
            @Nullable Money amount,
            SiteStage stage,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate startedOn,
            String note,
            boolean mine,
            long version) {}

    record Consent(
            String organization, boolean given, @Nullable Instant at) {}

    record Change(String what, String detail, String by, Instant at) {}

    /** @param inside whether the reader sees more than what is published */
    record Page(
            UUID id,
            String number,
            String name,
            String nameEn,
            String summary,
            String publicSummary,
            @Nullable UUID nodeId,
            String chain,
            String chainCode,
            String node,
            UUID holderId,
            String holder,
            @Nullable UUID organizationId,
            String organization,
            Publication publication,
            boolean inside,
            long version,
            List<Site> sites,
            @Nullable Money amount,
            List<Consent> consents,
            List<Change> changes) {
        public boolean isJoint() {
            return sites.stream().map(Site::regionCode).distinct().count() > 1;
        }
    }

    PageOf<Row> list(ProjectFilter filter, Viewer viewer, Paging paging) {
        var where = " from project p where (p.publication = 'PUBLISHED' or " + INSIDE + ") and " + filter.where();
        var values = filter.values();
        values.putAll(reader(viewer));
        var rows = jdbc.sql("""
                select p.id, p.number, case when :english and p.name_en <> '' then p.name_en else p.name end as name, p.chain_id, p.publication,
                       (select sum(s.amount_yuan) from project_site s where s.project_id = p.id) as amount,
                       coalesce((select string_agg(s.function || ' ' || s.region_code, ',' order by s.position)
                          from project_site s where s.project_id = p.id), '') as sites
                """ + where + " order by p.updated_at desc, p.id desc limit :size offset :offset")
                .params(values)
                .param("english", english())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> row(row))
                .list();
        int total = jdbc.sql("select count(*) from (select 1 " + where + " limit " + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        return new PageOf<>(rows, paging, total);
    }

    Optional<Page> page(UUID id, Viewer viewer) {
        var found = jdbc.sql("""
                select p.*, h.name as holder, coalesce(o.name, '') as organization,
                """ + INSIDE + " as inside from project p join organization h on h.id = p.holder_office_id"
                        + " left join organization o on o.id = p.organization_id where p.id = :id and (p.publication = 'PUBLISHED' or "
                        + INSIDE + ")")
                .params(reader(viewer))
                .param("id", id)
                .query((row, n) -> page(row, viewer))
                .optional();
        return found;
    }

    private Page page(ResultSet row, Viewer viewer) throws SQLException {
        var id = row.getObject("id", UUID.class);
        boolean inside = row.getBoolean("inside");
        var sites = sites(id, viewer, inside);
        var chain = row.getObject("chain_id", UUID.class);
        var node = row.getObject("node_id", UUID.class);
        var nameEn = row.getString("name_en");
        return new Page(
                id,
                row.getString("number"),
                english() && !nameEn.isEmpty() && !inside ? nameEn : row.getString("name"),
                nameEn,
                inside ? row.getString("summary") : "",
                row.getString("public_summary"),
                node,
                catalogue.chainName(chain),
                chain == null ? "" : catalogue.chainCode(chain),
                catalogue.nodeName(node),
                row.getObject("holder_office_id", UUID.class),
                row.getString("holder"),
                row.getObject("organization_id", UUID.class),
                inside ? row.getString("organization") : "",
                Publication.valueOf(row.getString("publication")),
                inside,
                row.getLong("version"),
                sites,
                sites.stream()
                        .map(Site::amount)
                        .filter(java.util.Objects::nonNull)
                        .reduce(Money::plus)
                        .orElse(null),
                inside ? consents(id) : List.of(),
                inside ? changes(id) : List.of());
    }

    private List<Site> sites(UUID project, Viewer viewer, boolean inside) {
        return jdbc.sql("""
                select s.*, o.name as office, coalesce(a.name, '') as responsible, coalesce(k.name_zh, '') as park
                  from project_site s join organization o on o.id = s.office_id left join account a on a.id = s.responsible_account_id
                  left join park k on k.id = s.park_id where s.project_id = ? order by s.position, s.id
                """)
                .param(project)
                .query((row, n) -> new Site(
                        row.getObject("id", UUID.class),
                        SiteFunction.valueOf(row.getString("function")),
                        row.getString("region_code"),
                        catalogue.regionName(row.getString("region_code")),
                        row.getObject("park_id", UUID.class),
                        row.getString("park"),
                        row.getObject("office_id", UUID.class),
                        row.getString("office"),
                        inside ? row.getString("responsible") : "",
                        row.getObject("responsible_account_id", UUID.class),
                        Area.ofSquareMetres(row.getBigDecimal("area_sqm")),
                        Money.ofYuan(row.getBigDecimal("amount_yuan")),
                        SiteStage.valueOf(row.getString("stage")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("started_on", LocalDate.class),
                        inside ? row.getString("note") : "",
                        viewer.isOfficer()
                                && row.getObject("office_id", UUID.class).equals(viewer.organizationId()),
                        row.getLong("version")))
                .list();
    }

    /** Whose yes is needed, and who gave it. */
    private List<Consent> consents(UUID project) {
        return jdbc.sql("""
                select o.name, c.given_at from (select office_id as id from project_site where project_id = :id
                    union select organization_id from project where id = :id and organization_id is not null) who
                  join organization o on o.id = who.id
                  left join project_consent c on c.project_id = :id and c.organization_id = o.id and c.withdrawn_at is null
                 order by o.kind desc, o.name
                """)
                .param("id", project)
                .query((row, n) -> {
                    var at = row.getObject(2, OffsetDateTime.class);
                    return new Consent(row.getString(1), at != null, at == null ? null : at.toInstant());
                })
                .list();
    }

    private List<Change> changes(UUID project) {
        return jdbc.sql("""
                select c.what, c.detail, coalesce(a.name, ''), c.changed_at from project_change c left join account a on a.id = c.changed_by
                 where c.project_id = ? order by c.changed_at desc, c.id desc limit 100
                """)
                .param(project)
                .query((row, n) -> new Change(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        var sites = row.getString("sites");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                catalogue.chainName(row.getObject("chain_id", UUID.class)),
                Publication.valueOf(row.getString("publication")),
                sites.isEmpty()
                        ? List.of()
                        : List.of(sites.split(",")).stream()
                                .map(s -> new Place(
                                        SiteFunction.valueOf(s.substring(0, s.indexOf(' '))),
                                        catalogue.regionName(s.substring(s.indexOf(' ') + 1))))
                                .toList(),
                Money.ofYuan(row.getBigDecimal("amount")));
    }

    static Map<String, Object> reader(Viewer viewer) {
        var values = new HashMap<String, Object>();
        values.put(
                "mine",
                viewer.organizationId() == null
                        ? "00000000-0000-0000-0000-000000000000"
                        : viewer.organizationId().toString());
        values.put("coordinating", viewer.isOfficer() && viewer.coordinating());
        values.put("side", viewer.side() == null ? "" : viewer.side());
        return values;
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
