package org.lianqiao.catalogue.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Difference;
import org.lianqiao.web.Lenient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Regions are data: a new pair of regions needs no code. */
@Service
@RequiredArgsConstructor
class Regions {
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;

    record Row(
            String code,
            String name,
            String nameEn,
            String parent,
            Set<SiteFunction> functions,
            boolean office,
            boolean allied,
            int parks,
            boolean active) {}

    @Transactional(readOnly = true)
    PageOf<Row> find(@Nullable String q, @Nullable String active, Paging paging) {
        var where = new StringBuilder("true");
        Map<String, Object> values = new HashMap<>();
        var words = Lenient.pattern(q);
        if (words != null) {
            where.append(" and (r.name_zh ilike :q or r.name_en ilike :q or r.code like :q)");
            values.put("q", words);
        }
        if ("true".equals(active) || "false".equals(active))
            where.append("true".equals(active) ? " and r.active" : " and not r.active");
        int total = jdbc.sql("select count(*) from (select 1 from region r where " + where + " limit "
                        + (PageOf.CAP + 1) + ") t")
                .params(values)
                .query(Integer.class)
                .single();
        var rows = jdbc.sql("""
                select r.*, coalesce(p.name_zh, '') as parent,
                       exists (select from organization o where o.region_code = r.code and o.kind = 'OFFICE') as office,
                       exists (select from alliance_region a where a.region_code = r.code) as allied,
                       (select count(*) from park k where k.region_code = r.code and k.active) as parks
                  from region r left join region p on p.code = r.parent_code where %s
                 order by allied desc, office desc, r.position, r.code limit :size offset :offset
                """.formatted(where))
                .params(values)
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("parent"),
                        functions(row),
                        row.getBoolean("office"),
                        row.getBoolean("allied"),
                        row.getInt("parks"),
                        row.getBoolean("active")))
                .list();
        return new PageOf<>(rows, paging, total);
    }

    @Transactional(readOnly = true)
    Optional<RegionForm> find(String code) {
        return jdbc.sql("select * from region where code = ?")
                .param(code)
                .query((row, n) -> new RegionForm(
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("short_zh"),
                        row.getString("short_en"),
                        functions(row),
                        row.getString("known_for_zh"),
                        row.getString("known_for_en"),
                        row.getBoolean("active"),
                        row.getLong("version")))
                .optional();
    }

    /** @throws Refused at {@code code} where it is none of GB/T 2260, is known, or lies in nothing known */
    @Transactional
    void create(RegionForm form, Viewer by) {
        if (!Gb2260.isOne(form.code())) throw Refused.at("code", "administration.region.code.wrong");
        var parent = Gb2260.above(form.code()).orElse(null);
        if (parent != null && find(parent).isEmpty())
            throw Refused.at("code", "administration.region.code.parent", parent);
        int made = write("""
                insert into region (code, parent_code, name_zh, name_en, short_zh, short_en, functions, known_for_zh,
                    known_for_en, active, position)
                values (:code, :parent, :nameZh, :nameEn, :shortZh, :shortEn, :functions, :knownForZh, :knownForEn, :active, 500)
                on conflict do nothing
                """, form, parent);
        if (made == 0) throw Refused.at("code", "administration.region.code.known");
        changed(by, "region.create", form, "");
    }

    @Transactional
    void edit(RegionForm form, Viewer by) {
        var before = find(form.code()).orElseThrow(NotFound::new);
        if (before.active() && !form.active() && isAllied(form.code()))
            throw Refused.at("active", "administration.region.allied");
        int done = write("""
                update region set name_zh = :nameZh, name_en = :nameEn, short_zh = :shortZh, short_en = :shortEn,
                    functions = :functions, known_for_zh = :knownForZh, known_for_en = :knownForEn, active = :active,
                    version = version + 1
                 where code = :code and version = :version
                """, form, null);
        if (done == 0) throw new EditedMeanwhile();
        var fields =
                Difference.between(form, before).stream().map(Difference::field).collect(Collectors.joining("、"));
        changed(by, "region.edit", form, fields);
    }

    private boolean isAllied(String code) {
        return jdbc.sql("select exists (select from alliance_region where region_code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    private int write(String sql, RegionForm form, @Nullable String parent) {
        return jdbc.sql(sql)
                .param("code", form.code())
                .param("parent", parent)
                .param("nameZh", form.nameZh())
                .param("nameEn", form.nameEn())
                .param("shortZh", form.shortZh())
                .param("shortEn", form.shortEn())
                .param("functions", form.functions().stream().map(Enum::name).toArray(String[]::new))
                .param("knownForZh", form.knownForZh())
                .param("knownForEn", form.knownForEn())
                .param("active", form.active())
                .param("version", Objects.requireNonNullElse(form.version(), -1L))
                .update();
    }

    private void changed(Viewer by, String action, RegionForm form, String detail) {
        catalogue.forgetAfterCommit();
        events.publishEvent(new Recorded(by, action, "region", null, form.code() + " " + form.nameZh(), detail));
    }

    private static Set<SiteFunction> functions(ResultSet row) throws SQLException {
        var names = (String[]) Objects.requireNonNull(row.getArray("functions")).getArray();
        return Arrays.stream(names).map(SiteFunction::valueOf).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
