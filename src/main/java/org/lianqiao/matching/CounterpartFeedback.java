package org.lianqiao.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which offer does not suit a need of a site, capital or resources, and why. It is set aside until that is taken back. */
@Service
@RequiredArgsConstructor
class CounterpartFeedback {
    private static final int LOOKED_AT = 50;

    private final SoughtNeeds needs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param mine whether the reader's own organisation says it, and not the need's owner */
    record Word(UUID counterpartId, Unsuitable reason, String note, boolean mine) {}

    /** What counts for this reader, by counterpart: the own word before the owner's. */
    @Transactional(readOnly = true)
    Map<UUID, Word> of(Sought need, Viewer viewer) {
        return jdbc
                .sql("""
                select distinct on (counterpart_id) counterpart_id, reason, note, given_for is not distinct from cast(:own as uuid) as mine
                  from counterpart_feedback where need_id = :need and taken_back_at is null and given_for in (:own, :owner)
                 order by counterpart_id, mine desc
                """)
                .param("need", need.id())
                .param("own", viewer.organizationId())
                .param("owner", need.organizationId())
                .query(Word.class)
                .stream()
                .collect(Collectors.toMap(Word::counterpartId, w -> w));
    }

    /** Lets pass who may speak of it. @throws NotFound otherwise */
    @Transactional(readOnly = true)
    String requireSpeaker(UUID need, UUID counterpart, Viewer by) {
        by.require(by.isMember() || by.isOfficer());
        var about = needs.concerning(need, by).filter(n -> !n.isAboutProducts()).orElseThrow(NotFound::new);
        return needs.counterparts(about, by, LOOKED_AT).stream()
                .filter(other -> other.id().equals(counterpart))
                .findFirst()
                .map(other -> about.number() + " · " + other.number())
                .orElseThrow(NotFound::new);
    }

    @Transactional
    void reject(UUID need, UUID counterpart, RejectionForm form, Viewer by) {
        var subject = requireSpeaker(need, counterpart, by);
        var reason = Objects.requireNonNull(form.reason());
        if (reason == Unsuitable.PRODUCT) throw Refused.at("reason", "matching.required.reason");
        if (reason == Unsuitable.OTHER && form.note().isEmpty()) throw Refused.at("note", "matching.required.note");
        int kept = jdbc.sql("""
                insert into counterpart_feedback (id, need_id, counterpart_id, reason, note, given_for, given_by, given_at)
                values (:id, :need, :counterpart, :reason, :note, :for, :by, :at) on conflict do nothing
                """)
                .param("id", Ids.next())
                .param("need", need)
                .param("counterpart", counterpart)
                .param("reason", reason.name())
                .param("note", form.note())
                .param("for", by.organization())
                .param("by", by.account())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (kept == 0) throw new Refused("matching.refused.twice");
        events.publishEvent(new Recorded(by, "match.reject", "match", need, subject));
    }

    @Transactional
    void takeBack(UUID need, UUID counterpart, Viewer by) {
        var subject = requireSpeaker(need, counterpart, by);
        int taken = jdbc.sql("""
                update counterpart_feedback set taken_back_at = :at, taken_back_by = :by
                 where need_id = :need and counterpart_id = :counterpart and given_for = :for and taken_back_at is null
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.account())
                .param("need", need)
                .param("counterpart", counterpart)
                .param("for", by.organization())
                .update();
        if (taken == 0) throw new Refused("matching.refused.gone");
        events.publishEvent(new Recorded(by, "match.undo", "match", need, subject));
    }
}
