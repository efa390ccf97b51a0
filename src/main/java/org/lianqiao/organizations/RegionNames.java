package org.lianqiao.organizations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Regions as sheets write them: the code, 河北省廊坊市, 廊坊市, 廊坊. A name that is not known in full falls back to the province
 * before it; a county's name counts only where its province does not say otherwise, for 南通 has a 通州区 too.
 */
final class RegionNames {
    private final Map<String, String> codes = new HashMap<>();

    RegionNames(JdbcClient jdbc) {
        record Region(
                String code,
                String name,
                String brief,
                @Nullable String above) {}
        List<Region> regions = jdbc.sql("""
                select r.code, r.name_zh as name, r.short_zh as brief, p.name_zh as above
                  from region r left join region p on p.code = rpad(left(r.code, 2), 6, '0') and p.code <> r.code
                """).query(Region.class).list();
        for (var r : regions) {
            codes.put(r.code, r.code);
            codes.put(r.name, r.code);
            codes.putIfAbsent(r.brief, r.code);
            if (r.above != null && r.name.startsWith(r.above))
                codes.putIfAbsent(r.name.substring(r.above.length()), r.code);
        }
    }

    /** @return the code, or nothing where no part is known */
    @Nullable
    String code(String province, String place) {
        var above = codes.get(province);
        var exact = codes.get(place);
        if (exact != null && (above == null || exact.startsWith(above.substring(0, 2)))) return exact;
        if (above != null) return above;
        for (int end = place.length() - 1; end >= 2; end--) {
            var found = codes.get(place.substring(0, end));
            if (found != null && found.endsWith("0000")) return found;
        }
        return null;
    }
}
