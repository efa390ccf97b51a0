package org.lianqiao.prospects.rules;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.Sight;
import org.lianqiao.shared.Forbidden;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 研判 and 反馈引荐方, written down by an office that works on the prospect. */
@Service
@RequiredArgsConstructor
class Milestones {
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @throws NotFound where the officer sees no such prospect. @throws Forbidden where the office does not work on it */
    @Transactional
    public void note(UUID prospect, RuleKind kind, String note, Viewer officer) {
        requireWorked(prospect, officer);
        var text = note.strip();
        int length = text.codePointCount(0, text.length());
        if (length < 2 || length > LONGEST) throw new Refused("rules.refused.note");
        jdbc.sql(
                        "insert into prospect_milestone (id, prospect_id, kind, note, office_id, noted_by, noted_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        prospect,
                        kind.name(),
                        text,
                        officer.organization(),
                        officer.account(),
                        OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new Recorded(officer, "prospect.milestone", "prospect", prospect, kind.name(), text));
    }

    private void requireWorked(UUID prospect, Viewer officer) {
        var seat = jdbc.sql("select " + Sight.SEAT + " from prospect p where p.id = :id")
                .params(Sight.of(officer))
                .param("id", prospect)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!seat.equals("HOLDER") && !seat.equals("PARTNER")) throw new Forbidden();
    }
}
