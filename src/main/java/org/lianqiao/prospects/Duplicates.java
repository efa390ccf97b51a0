package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who courts an enterprise already, before anything is saved: by the same code, or a name that differs only in spaces and
 * brackets. What the viewer may not see is answered only to the exact code, names only the office that coordinates that
 * side, and is recorded.
 */
@Component
@RequiredArgsConstructor
class Duplicates {
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /**
     * @param id nothing where the viewer may not see the record
     * @param office the holder; where the viewer may not see it, whom to ask
     * @param matter empty unless the viewer sees the whole record
     * @param protectedUntil how long the first office is protected (首报首谈), where the viewer may see the record
     * @param same whether it is the matter asked about
     */
    record Held(
            @Nullable UUID id,
            String enterprise,
            String office,
            String matter,
            @Nullable Stage stage,
            @Nullable LocalDate protectedUntil,
            @Nullable Seat seat,
            boolean same) {
        public boolean isSeen() {
            return seat != null;
        }

        public boolean isWorked() {
            return seat != null && seat.works();
        }

        /** Neither holds it nor takes part, but knows of it: may ask to join. */
        public boolean isJoinable() {
            return seat != null && !seat.works();
        }
    }

    private record Found(Held held, boolean byCode) {}

    @Transactional
    public List<Held> of(String enterprise, Optional<Uscc> code, String matter, Viewer officer) {
        var found = jdbc.sql("""
                select p.id, o.name, p.matter, p.stage, p.protected_until, coalesce(nullif(h.short_name, ''), h.name) as holder, %s as seat,
                       coalesce(c.name, h.name) as contact, o.uscc is not distinct from :code and o.uscc is not null as by_code,
                       lower(regexp_replace(p.matter, '\\s', '', 'g')) = lower(regexp_replace(:matter, '\\s', '', 'g')) as same
                  from prospect p join organization o on o.id = p.organization_id join organization h on h.id = p.holder_office_id
                  left join region r on r.code = h.region_code
                  left join lateral (select s.coordinating_office_id from alliance_region a
                       join alliance_side s on s.alliance_id = a.alliance_id and s.code = a.side
                       where a.alliance_id = p.alliance_id and a.region_code in (r.code, r.parent_code) limit 1) k on true
                  left join organization c on c.id = k.coordinating_office_id
                 where p.alliance_id = :alliance and p.status in ('OPEN', 'PAUSED') and p.organization_id in (
                       select id from organization where uscc = :code union all
                       select id from organization where kind = 'ENTERPRISE'
                          and lower(regexp_replace(name, '[\\s()（）]', '', 'g')) = lower(regexp_replace(:enterprise, '[\\s()（）]', '', 'g')))
                 order by p.reported_at limit :most
                """.formatted(Sight.SEAT))
                .params(Sight.of(officer))
                .param("code", code.map(Uscc::value).orElse(null), java.sql.Types.VARCHAR)
                .param("matter", matter)
                .param("enterprise", enterprise)
                .param("most", MOST)
                .query((row, n) -> {
                    var seat = row.getString("seat");
                    boolean seen = seat != null;
                    boolean whole = seen && Seat.valueOf(seat).seesAll();
                    var held = new Held(
                            seen ? row.getObject("id", UUID.class) : null,
                            text(row.getString("name")),
                            text(row.getString(seen ? "holder" : "contact")),
                            whole ? text(row.getString("matter")) : "",
                            seen ? Stage.valueOf(row.getString("stage")) : null,
                            seen ? row.getObject("protected_until", LocalDate.class) : null,
                            seen ? Seat.valueOf(seat) : null,
                            row.getBoolean("same"));
                    return new Found(held, row.getBoolean("by_code"));
                })
                .list();
        if (found.stream().anyMatch(f -> f.byCode && !f.held.isSeen()))
            events.publishEvent(new Recorded(
                    officer,
                    "prospect.check",
                    "prospect",
                    null,
                    code.map(Uscc::value).orElse("")));
        return found.stream()
                .filter(f -> f.held.isSeen() || f.byCode || f.held.same())
                .map(Found::held)
                .toList();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
