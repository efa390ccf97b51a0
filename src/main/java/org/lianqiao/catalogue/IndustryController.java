package org.lianqiao.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sections and divisions of GB/T 4754-2017, and how many enterprises of the alliances are in each. */
@Controller
@RequiredArgsConstructor
class IndustryController {
    private final JdbcClient jdbc;

    record Industry(String code, @Nullable String parentCode, String name, int enterprises) {}

    /** A section with its divisions. */
    record Section(Industry section, List<Industry> divisions) {}

    @GetMapping("/industries")
    String list(Model model) {
        var all = jdbc.sql("""
                select i.code, i.parent_code, case when :english then i.name_en else i.name_zh end as name,
                       coalesce(o.enterprises, 0)::int as enterprises
                  from industry_code i left join (
                       select o.industry_code, count(*) as enterprises from organization o
                         join alliance_region a on a.region_code = o.region_code
                        where o.kind = 'ENTERPRISE' and o.status = 'REGISTERED' group by o.industry_code) o on o.industry_code = i.code
                 order by i.code
                """)
                .param(
                        "english",
                        Locale.ENGLISH
                                .getLanguage()
                                .equals(LocaleContextHolder.getLocale().getLanguage()))
                .query(Industry.class)
                .list();
        Map<String, List<Industry>> divisions = all.stream()
                .filter(i -> i.parentCode != null)
                .collect(Collectors.groupingBy(
                        i -> String.valueOf(i.parentCode), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute(
                "sections",
                all.stream()
                        .filter(i -> i.parentCode == null)
                        .map(s -> new Section(s, divisions.getOrDefault(s.code, List.of())))
                        .toList());
        return "catalogue/industries";
    }
}
