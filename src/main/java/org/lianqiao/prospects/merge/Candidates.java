package org.lianqiao.prospects.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open prospects of the viewer's office beside others that it may see, where both are of one enterprise (so the same
 * code), of names that differ only in brackets and legal form, or share a phone number among the office's own contacts.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Candidates {
    static final int MOST = 100;
    private static final String CORE = "regexp_replace(lower(%s.name), '[\\s()（）·・.,，。-]|股份|有限|责任|集团|总公司|公司', '', 'g')";

    private final JdbcClient jdbc;

    /** A merge that can still be taken back. */
    record Made(
            UUID id,
            UUID kept,
            String keptName,
            String keptNumber,
            UUID merged,
            String mergedNumber,
            String by,
            LocalDate on) {}

    List<Pair> of(Viewer viewer) {
        return jdbc.sql("""
                with mine as (select m.*, o.name, %1$s as core from prospect m join organization o on o.id = m.organization_id
                               where m.holder_office_id = :office and m.status in ('OPEN', 'PAUSED')),
                     seen as (select p.*, o.name, %1$s as core, coalesce(nullif(h.short_name, ''), h.name) as holder, %2$s as whole
                                from prospect p join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                               where p.status in ('OPEN', 'PAUSED') and p.alliance_id = :alliance and %3$s),
                     phones as (select organization_id, phone from contact where phone <> '' and erased_at is null
                                   and (held_by_office_id is null or held_by_office_id = :office)),
                     pairs as (select a.id as first, b.id as second from mine a join seen b on b.organization_id = a.organization_id
                         union select a.id, b.id from mine a join seen b on b.core = a.core and length(a.core) >= 2
                         union select a.id, b.id from mine a join phones x on x.organization_id = a.organization_id
                                  join phones y on y.phone = x.phone and y.organization_id <> x.organization_id join seen b on b.organization_id = y.organization_id)
                select a.id as first_id, a.number as first_number, a.name as first_name, a.matter as first_matter, a.stage as first_stage,
                       (a.reported_at at time zone 'Asia/Shanghai')::date as first_on, b.id as second_id, case when b.whole then b.number else '' end as second_number,
                       b.name as second_name, case when b.whole then b.matter else '' end as second_matter, b.stage as second_stage,
                       (b.reported_at at time zone 'Asia/Shanghai')::date as second_on, b.holder as second_holder,
                       b.holder_office_id = :office as "both", a.organization_id = b.organization_id as same_enterprise,
                       a.organization_id <> b.organization_id and a.core = b.core as similar_name,
                       exists (select from phones x join phones y on y.phone = x.phone where x.organization_id = a.organization_id
                          and y.organization_id = b.organization_id and a.organization_id <> b.organization_id) as same_phone
                  from pairs q join mine a on a.id = q.first join seen b on b.id = q.second
                 where a.id <> b.id and (b.holder_office_id <> :office or a.id < b.id)
                   and not exists (select from prospect_distinct d where d.first_id = least(a.id, b.id) and d.second_id = greatest(a.id, b.id))
                 order by "both" desc, greatest(a.reported_at, b.reported_at) desc limit :most
                """.formatted(CORE.formatted("o"), Sight.WHOLE, Sight.SEEN))
                .params(Sight.of(viewer))
                .param("most", MOST)
                .query(Pair.class)
                .list();
    }

    List<Made> undoable(Viewer viewer) {
        return jdbc.sql("""
                select g.id, k.id as kept, o.name as kept_name, k.number as kept_number, m.id as merged, m.number as merged_number, a.name as by,
                       (g.made_at at time zone 'Asia/Shanghai')::date as "on"
                  from prospect_merge g join prospect k on k.id = g.kept_id join organization o on o.id = k.organization_id
                  join prospect m on m.id = g.merged_id join account a on a.id = g.made_by
                 where g.office_id = ? and g.undone_at is null and g.made_at > now() - make_interval(days => ?) order by g.made_at desc limit ?
                """)
                .params(viewer.organization(), Merging.DAYS, MOST)
                .query(Made.class)
                .list();
    }
}
