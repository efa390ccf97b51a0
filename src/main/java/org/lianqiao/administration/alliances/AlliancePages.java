package org.lianqiao.administration.alliances;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator sees of alliances. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class AlliancePages {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    record Row(UUID id, String code, String name, String sides, String regions, String jointOffice) {}

    record Side(
            String code,
            String name,
            String nameEn,
            @Nullable UUID officeId,
            String office,
            List<Option> regions) {}

    record Page(UUID id, AllianceForm form, String jointOffice, List<Side> sides) {}

    List<Row> all() {
        return jdbc.sql("""
                select a.id, a.code, a.name_zh as name,
                       coalesce((select string_agg(s.name_zh, '、' order by s.position) from alliance_side s where s.alliance_id = a.id), '') as sides,
                       coalesce((select string_agg(r.short_zh, '、' order by r.position) from alliance_region x
                          join region r on r.code = x.region_code where x.alliance_id = a.id), '') as regions,
                       coalesce(o.name, '') as joint_office
                  from alliance a left join organization o on o.id = a.joint_office_id order by a.code
                """).query(Row.class).list();
    }

    Optional<Page> find(UUID id) {
        return jdbc.sql("""
                select a.*, coalesce(o.name, '') as joint from alliance a left join organization o on o.id = a.joint_office_id where a.id = ?
                """)
                .param(id)
                .query((row, n) -> new Page(
                        id,
                        new AllianceForm(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getObject("joint_office_id", UUID.class),
                                row.getLong("version")),
                        row.getString("joint"),
                        sides(id)))
                .optional();
    }

    Optional<SideForm> side(UUID alliance, String code) {
        return jdbc.sql("""
                select code, name_zh, name_en, coordinating_office_id as office_id from alliance_side where alliance_id = ? and code = ?
                """).params(alliance, code).query(SideForm.class).optional();
    }

    private List<Side> sides(UUID alliance) {
        record Placed(String side, String region) {}
        var placed = jdbc.sql("""
                select a.side, a.region_code as region from alliance_region a join region r on r.code = a.region_code
                 where a.alliance_id = ? order by r.position, r.code
                """).param(alliance).query(Placed.class).list();
        record Found(
                String code,
                String name,
                String nameEn,
                @Nullable UUID officeId,
                String office) {}
        return jdbc.sql("""
                select s.code, s.name_zh as name, s.name_en, s.coordinating_office_id as office_id, coalesce(o.name, '') as office
                  from alliance_side s left join organization o on o.id = s.coordinating_office_id
                 where s.alliance_id = ? order by s.position, s.code
                """).param(alliance).query(Found.class).list().stream()
                .map(s -> new Side(
                        s.code,
                        s.name,
                        s.nameEn,
                        s.officeId,
                        s.office,
                        placed.stream()
                                .filter(p -> p.side.equals(s.code))
                                .map(p -> new Option(p.region, catalogue.regionName(p.region)))
                                .toList()))
                .toList();
    }

    /** Registered offices, by name; the operator is none. */
    List<Option> offices() {
        return jdbc.sql("""
                select id::text as value, name as label from organization
                 where kind = 'OFFICE' and status = 'REGISTERED' and platform_role is null order by name
                """).query(Option.class).list();
    }
}
