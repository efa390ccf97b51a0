package org.lianqiao.catalogue.editing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
import org.lianqiao.web.Lenient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Industrial parks under their regions. */
@Service
@RequiredArgsConstructor
class Parks {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;

    /** @param areaMu in 亩 */
    record Row(
            UUID id,
            String name,
            String nameEn,
            String region,
            @Nullable BigDecimal areaMu,
            String focus,
            boolean active) {}

    @Transactional(readOnly = true)
    PageOf<Row> find(@Nullable String q, @Nullable String region, @Nullable String active, Paging paging) {
        var where = new StringBuilder("true");
        Map<String, Object> values = new HashMap<>();
        var words = Lenient.pattern(q);
        if (words != null) {
            where.append(" and (p.name_zh ilike :q or p.name_en ilike :q)");
            values.put("q", words);
        }
        if (region != null && region.matches("[0-9]{6}")) {
            where.append(" and p.region_code = :region");
            values.put("region", region);
        }
        if ("true".equals(active) || "false".equals(active))
            where.append("true".equals(active) ? " and p.active" : " and not p.active");
        int total = jdbc.sql("select count(*) from (select 1 from park p where " + where + " limit " + (PageOf.CAP + 1)
                        + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        var rows = jdbc.sql("select p.* from park p left join region r on r.code = p.region_code where " + where
                        + " order by r.position, p.region_code, p.name_zh limit :size offset :offset")
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        catalogue.regionName(row.getString("region_code")),
                        mu(row.getBigDecimal("area_sqm")),
                        row.getString("focus_zh"),
                        row.getBoolean("active")))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    @Transactional(readOnly = true)
    Optional<ParkForm> find(UUID id) {
        return jdbc.sql("select * from park where id = ?")
                .param(id)
                .query((row, n) -> new ParkForm(
                        row.getString("region_code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("address"),
                        mu(row.getBigDecimal("area_sqm")),
                        row.getString("focus_zh"),
                        row.getString("focus_en"),
                        row.getBoolean("active"),
                        row.getLong("version")))
                .optional();
    }

    @Transactional
    void create(ParkForm form, Viewer by) {
        var id = Ids.next();
        write("""
                insert into park (id, region_code, name_zh, name_en, address, area_sqm, focus_zh, focus_en, active)
                values (:id, :region, :nameZh, :nameEn, :address, :area, :focusZh, :focusEn, :active)
                """, id, form);
        changed(by, "park.create", id, form, "");
    }

    @Transactional
    void edit(UUID id, ParkForm form, Viewer by) {
        var before = find(id).orElseThrow(NotFound::new);
        int done = write("""
                update park set region_code = :region, name_zh = :nameZh, name_en = :nameEn, address = :address,
                    area_sqm = :area, focus_zh = :focusZh, focus_en = :focusEn, active = :active, version = version + 1
                 where id = :id and version = :version
                """, id, form);
        if (done == 0) throw new EditedMeanwhile();
        var fields =
                Difference.between(form, before).stream().map(Difference::field).collect(Collectors.joining("、"));
        changed(by, "park.edit", id, form, fields);
    }

    private int write(String sql, UUID id, ParkForm form) {
        if (!catalogue.hasRegion(form.regionCode())) throw Refused.at("regionCode", "administration.required.region");
        var area = Area.ofMu(form.areaMu());
        try {
            return jdbc.sql(sql)
                    .param("id", id)
                    .param("region", form.regionCode())
                    .param("nameZh", form.nameZh())
                    .param("nameEn", form.nameEn())
                    .param("address", form.address())
                    .param("area", area == null ? null : area.squareMetres())
                    .param("focusZh", form.focusZh())
                    .param("focusEn", form.focusEn())
                    .param("active", form.active())
                    .param("version", Objects.requireNonNullElse(form.version(), -1L))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refused.at("nameZh", "administration.park.twice");
        }
    }

    private void changed(Viewer by, String action, UUID id, ParkForm form, String detail) {
        catalogue.forgetAfterCommit();
        events.publishEvent(new Recorded(by, action, "park", id, form.nameZh(), detail));
    }

    private static @Nullable BigDecimal mu(@Nullable BigDecimal squareMetres) {
        var area = Area.ofSquareMetres(squareMetres);
        return area == null ? null : area.mu();
    }
}
