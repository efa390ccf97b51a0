package org.lianqiao.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.lianqiao.web.Choices;
import org.lianqiao.web.Facet;
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
    private static final String INSIDE = LibraryReader.INSIDE;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Choices choices;

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

    /** @param facets by the filter's name */
    record Listed(PageOf<Row> page, Map<String, List<Facet>> facets) {
        public List<Facet> of(String name) {
            return facets.getOrDefault(name, List.of());
        }
    }

    Listed list(ProjectFilter filter, Viewer viewer, Paging paging) {
        return list(filter, Counting.NOTHING, viewer, paging);
    }

    Listed list(ProjectFilter filter, Counting counting, Viewer viewer, Paging paging) {
        var where = " from project p where " + LibraryReader.SEES + " and " + filter.where() + " and "
                + counting.where(viewer);
        var values = filter.values();
        values.putAll(counting.values(viewer));
        values.putAll(LibraryReader.of(viewer));
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
        var facets = new HashMap<String, List<Facet>>();
        int total = facets(where, values, filter, facets);
        return new Listed(new PageOf<>(rows, paging, total), facets);
    }

    /** The total and all facets in one statement, over at most {@link PageOf#CAP} projects and one. */
    private int facets(
            String where, Map<String, Object> values, ProjectFilter filter, Map<String, List<Facet>> facets) {
        int[] total = {0};
        jdbc.sql("""
                with hits as materialized (select p.id, p.chain_id, p.publication %s limit %d),
                     places as (select s.* from hits h join project_site s on s.project_id = h.id)
                select '' as name, '' as value, count(*) as n from hits
                union all select 'chain', chain_id::text, count(*) from hits where chain_id is not null group by 2
                union all select 'publication', publication, count(*) from hits group by 2
                union all select 'region', region_code, count(distinct project_id) from places group by 2
                union all select 'function', function, count(distinct project_id) from places group by 2
                union all select 'stage', stage, count(distinct project_id) from places group by 2
                order by n desc, value
                """.formatted(where, PageOf.CAP + 1)).params(values).query(row -> {
            var name = row.getString(1);
            if (name.isEmpty()) total[0] = row.getInt(3);
            else
                facets.computeIfAbsent(name, x -> new ArrayList<>())
                        .add(new Facet(
                                row.getString(2),
                                label(name, row.getString(2)),
                                row.getLong(3),
                                row.getString(2).equals(filter.chosen(name))));
        });
        return total[0];
    }

    private String label(String name, String value) {
        return switch (name) {
            case "chain" -> catalogue.chainName(UUID.fromString(value));
            case "publication" -> choices.label(Publication.valueOf(value));
            case "function" -> choices.label(SiteFunction.valueOf(value));
            case "stage" -> choices.label(SiteStage.valueOf(value));
            default -> catalogue.regionName(value);
        };
    }

    Optional<ProjectPage> page(UUID id, Viewer viewer) {
        return jdbc.sql("""
                select p.*, case when :english and h.name_en <> '' then h.name_en else h.name end as holder, coalesce(o.name, '') as organization,
                """ + INSIDE + " as inside from project p join organization h on h.id = p.holder_office_id"
                        + " left join organization o on o.id = p.organization_id where p.id = :id and (p.publication = 'PUBLISHED' or "
                        + INSIDE + ")")
                .params(LibraryReader.of(viewer))
                .param("id", id)
                .param("english", english())
                .query((row, n) -> page(row, viewer))
                .optional();
    }

    private ProjectPage page(ResultSet row, Viewer viewer) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var seat = seat(row.getBoolean("inside"), viewer);
        boolean office = seat == Seat.OFFICE;
        var sites = sites(id, viewer, office);
        var chain = row.getObject("chain_id", UUID.class);
        var node = row.getObject("node_id", UUID.class);
        return new ProjectPage(
                id,
                row.getString("number"),
                office ? row.getString("name") : here(row.getString("name"), row.getString("name_en")),
                row.getString("name"),
                row.getString("name_en"),
                office ? row.getString("summary") : "",
                here(row.getString("public_summary"), row.getString("public_summary_en")),
                row.getString("public_summary"),
                row.getString("public_summary_en"),
                node,
                catalogue.chainName(chain),
                chain == null ? "" : catalogue.chainCode(chain),
                catalogue.nodeName(node),
                row.getObject("holder_office_id", UUID.class),
                row.getString("holder"),
                row.getObject("organization_id", UUID.class),
                seat == Seat.PUBLIC ? "" : row.getString("organization"),
                Publication.valueOf(row.getString("publication")),
                seat,
                row.getLong("version"),
                sites,
                sites.stream()
                        .map(ProjectPage.Site::amount)
                        .filter(Objects::nonNull)
                        .reduce(Money::plus)
                        .orElse(null),
                seat == Seat.PUBLIC ? List.of() : consents(id),
                office ? changes(id) : List.of(),
                office && viewer.isOfficer() ? prospects(id, viewer) : List.of());
    }

    private static Seat seat(boolean inside, Viewer viewer) {
        if (!inside) return Seat.PUBLIC;
        return viewer.kind() != null && viewer.kind().isGovernment() ? Seat.OFFICE : Seat.ENTERPRISE;
    }

    private List<ProjectPage.Site> sites(UUID project, Viewer viewer, boolean office) {
        return jdbc.sql("""
                select s.*, case when :english and o.name_en <> '' then o.name_en else o.name end as office, coalesce(a.name, '') as responsible,
                       coalesce(case when :english and k.name_en <> '' then k.name_en else k.name_zh end, '') as park
                  from project_site s join organization o on o.id = s.office_id left join account a on a.id = s.responsible_account_id
                  left join park k on k.id = s.park_id where s.project_id = :project order by s.position, s.id
                """)
                .param("project", project)
                .param("english", english())
                .query((row, n) -> new ProjectPage.Site(
                        row.getObject("id", UUID.class),
                        SiteFunction.valueOf(row.getString("function")),
                        row.getString("region_code"),
                        catalogue.regionName(row.getString("region_code")),
                        row.getObject("park_id", UUID.class),
                        row.getString("park"),
                        row.getObject("office_id", UUID.class),
                        row.getString("office"),
                        office ? row.getString("responsible") : "",
                        row.getObject("responsible_account_id", UUID.class),
                        Area.ofSquareMetres(row.getBigDecimal("area_sqm")),
                        Money.ofYuan(row.getBigDecimal("amount_yuan")),
                        SiteStage.valueOf(row.getString("stage")),
                        row.getObject("signed_on", LocalDate.class),
                        row.getObject("started_on", LocalDate.class),
                        office ? row.getString("note") : "",
                        row.getObject("alone_on", LocalDate.class),
                        office ? row.getString("alone_reason") : "",
                        viewer.isOfficer()
                                && row.getObject("office_id", UUID.class).equals(viewer.organizationId()),
                        row.getLong("version")))
                .list();
    }

    /** Whose yes is needed, and who gave it. */
    private List<ProjectPage.Consent> consents(UUID project) {
        return jdbc.sql("""
                select o.id, o.name, coalesce(a.name, ''), c.given_at from (select office_id as id from project_site where project_id = :id
                    union select organization_id from project where id = :id and organization_id is not null) who
                  join organization o on o.id = who.id
                  left join project_consent c on c.project_id = :id and c.organization_id = o.id and c.withdrawn_at is null
                  left join account a on a.id = c.given_by order by o.kind desc, o.name
                """)
                .param("id", project)
                .query((row, n) -> {
                    var at = row.getObject(4, OffsetDateTime.class);
                    return new ProjectPage.Consent(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            at != null,
                            row.getString(3),
                            at == null ? null : at.toInstant());
                })
                .list();
    }

    private List<ProjectPage.Change> changes(UUID project) {
        return jdbc.sql("""
                select c.what, c.detail, c.field, c.from_value, c.to_value, coalesce(a.name, ''), c.changed_at
                  from project_change c left join account a on a.id = c.changed_by
                 where c.project_id = ? order by c.changed_at desc, c.id desc limit 200
                """)
                .param(project)
                .query((row, n) -> new ProjectPage.Change(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The ledger's entries that the reader's office holds or takes part in. */
    private List<ProjectPage.Origin> prospects(UUID project, Viewer viewer) {
        return jdbc.sql("""
                select s.id, o.name || ' · ' || s.matter as title from prospect s join organization o on o.id = s.organization_id
                 where s.project_id = :project and (s.holder_office_id = :office
                    or exists (select from prospect_partner x where x.prospect_id = s.id and x.office_id = :office))
                 order by s.created_at limit 10
                """)
                .param("project", project)
                .param("office", viewer.organization())
                .query(ProjectPage.Origin.class)
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
                        : Arrays.stream(sites.split(",")).map(this::place).toList(),
                Money.ofYuan(row.getBigDecimal("amount")));
    }

    private Place place(String functionAndRegion) {
        int end = functionAndRegion.indexOf(' ');
        return new Place(
                SiteFunction.valueOf(functionAndRegion.substring(0, end)),
                catalogue.regionName(functionAndRegion.substring(end + 1)));
    }

    private static String here(String chinese, String inEnglish) {
        return english() && !inEnglish.isEmpty() ? inEnglish : chinese;
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
