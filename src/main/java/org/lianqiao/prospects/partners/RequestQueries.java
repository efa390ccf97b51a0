package org.lianqiao.prospects.partners;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests, to the holder and to the office that asks or is asked. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class RequestQueries {
    private static final String ROWS = """
            select r.id, p.id as prospect, p.number, o.name as enterprise, p.matter, h.id as holder_id, h.name as holder,
                   f.id as office_id, f.name as office, r.invited,
                   case when r.invited then r.office_id = :office else p.holder_office_id = :office end as answers,
                   r.function, r.note, a.name as asked_by, (r.asked_at at time zone 'Asia/Shanghai')::date as asked_on, r.state
              from partner_request r join prospect p on p.id = r.prospect_id join organization o on o.id = p.organization_id
              join organization h on h.id = p.holder_office_id join organization f on f.id = r.office_id
              join account a on a.id = r.asked_by
             where (r.office_id = :office or p.holder_office_id = :office)
            """;

    private final JdbcClient jdbc;

    /** An open request of either direction. */
    record Open(UUID id, boolean invited) {}

    Optional<RequestRow> find(UUID id, Viewer viewer) {
        return jdbc.sql(ROWS + " and r.id = :id")
                .params(Sight.of(viewer))
                .param("id", id)
                .query(RequestRow.class)
                .optional();
    }

    List<RequestRow> list(Viewer viewer) {
        return jdbc.sql(ROWS + " order by r.state <> 'OPEN', r.asked_at desc limit 100")
                .params(Sight.of(viewer))
                .query(RequestRow.class)
                .list();
    }

    Optional<Open> openOf(UUID prospect, UUID office) {
        return jdbc.sql("""
                select id, invited from partner_request where prospect_id = ? and office_id = ? and state = 'OPEN' for update
                """).params(prospect, office).query(Open.class).optional();
    }

    /** Invited offices and those that ask, for the page of the prospect. */
    List<RequestRow> of(UUID prospect, Viewer viewer) {
        return jdbc.sql(ROWS + " and r.prospect_id = :prospect and r.state = 'OPEN' order by r.asked_at")
                .params(Sight.of(viewer))
                .param("prospect", prospect)
                .query(RequestRow.class)
                .list();
    }

    boolean isPartner(UUID prospect, UUID office) {
        return jdbc.sql("select exists (select from prospect_partner where prospect_id = ? and office_id = ?)")
                .params(prospect, office)
                .query(Boolean.class)
                .single();
    }
}
