package org.lianqiao.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.SqlSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The divisions of GB/T 4754 as they are found: a code is no UUID, its digest is. They lead to their line in the list. */
@Component
class IndustryEntries extends SqlSource {
    private final JdbcClient jdbc;

    IndustryEntries(JdbcClient jdbc) {
        super(jdbc, EntryKind.INDUSTRY, "industry_code", """
                select md5('industry ' || i.code)::uuid as id, i.name_zh as title, i.name_en as title_en,
                       coalesce(p.name_zh || ' · ', '') || 'GB/T 4754 ' || coalesce(p.code, '') || i.code as note,
                       '/industries#' || i.code as href, array[i.code, coalesce(p.code, '') || i.code] as codes,
                       array['all'] as audience, timestamptz '2017-10-01' as dated_at
                  from industry_code i left join industry_code p on p.code = i.parent_code
                 where md5('industry ' || i.code)::uuid in (:ids)
                """);
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> idsAfter(@Nullable UUID last, int most) {
        return jdbc.sql("""
                select id from (select md5('industry ' || code)::uuid as id from industry_code) i
                 where cast(:last as uuid) is null or id > cast(:last as uuid) order by id limit :most
                """)
                .param("last", last)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
