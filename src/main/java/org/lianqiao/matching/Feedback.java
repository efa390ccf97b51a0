package org.lianqiao.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say of a match: an enterprise does not suit, or was invited. Kept, taken back by who said it, and used:
 * what the asker calls unsuitable is set aside, what others did at the same node counts less.
 */
@Service
@RequiredArgsConstructor
class Feedback {
    private static final String ENTITY = "match";
    /** Invitations of one organisation within a day: more would be advertising. */
    private static final int MOST_A_DAY = 30;

    private final SoughtNeeds needs;
    private final Enterprises enterprises;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A need and an enterprise about which this person may speak. */
    private record About(Sought need, Enterprises.Enterprise enterprise) {
        String subject() {
            return need.number() + " · " + enterprise.name();
        }
    }

    /** What was said of the matches of one need. */
    @Transactional(readOnly = true)
    List<Said> of(UUID need) {
        return said("f.need_id = :id", need);
    }

    /** What was said of these enterprises, at whatever need. */
    @Transactional(readOnly = true)
    List<Said> about(Collection<UUID> enterprises) {
        return said("f.organization_id = any(:id)", enterprises.toArray(UUID[]::new));
    }

    private List<Said> said(String condition, Object id) {
        return jdbc.sql("""
                select f.need_id, n.node_id, f.organization_id, f.verdict, f.reason, f.note, f.given_for, o.kind, o.name as by, f.given_at
                  from match_feedback f join need n on n.id = f.need_id join organization o on o.id = f.given_for
                 where f.taken_back_at is null and
                """ + condition + " order by f.given_at desc limit 1000")
                .param("id", id)
                .query(Said.class)
                .list();
    }

    /** Lets pass who may speak of it. @throws NotFound otherwise */
    @Transactional(readOnly = true)
    void requireSpeaker(UUID need, UUID enterprise, Viewer by) {
        find(need, enterprise, by);
    }

    @Transactional
    void reject(UUID need, UUID enterprise, RejectionForm form, Viewer by) {
        var about = find(need, enterprise, by);
        if (form.reason() == Unsuitable.OTHER && form.note().isEmpty())
            throw Refused.at("note", "matching.required.note");
        keep(about, Verdict.UNSUITABLE, form.reason(), form.note(), by);
        events.publishEvent(new Recorded(by, "match.reject", ENTITY, need, about.subject()));
    }

    /** The enterprise is told once, however often it is invited and the invitation taken back. */
    @Transactional
    void invite(UUID need, UUID enterprise, Viewer by) {
        var about = find(need, enterprise, by);
        if (enterprise.equals(by.organizationId())) throw new NotFound();
        if (!about.enterprise.registered()) throw new Refused("matching.refused.unregistered");
        if (invitedToday(by) >= MOST_A_DAY) throw new Refused("matching.refused.many", MOST_A_DAY);
        boolean first = !isInvitedBefore(need, enterprise);
        keep(about, Verdict.INVITED, null, "", by);
        if (first) tell(about, by);
        events.publishEvent(new Recorded(by, "match.invite", ENTITY, need, about.subject()));
    }

    @Transactional
    void takeBack(UUID need, UUID enterprise, Viewer by) {
        var about = find(need, enterprise, by);
        int taken = jdbc.sql("""
                update match_feedback set taken_back_at = :at, taken_back_by = :by
                 where need_id = :need and organization_id = :enterprise and given_for = :for and taken_back_at is null
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.account())
                .param("need", need)
                .param("enterprise", enterprise)
                .param("for", by.organization())
                .update();
        if (taken == 0) throw new Refused("matching.refused.gone");
        events.publishEvent(new Recorded(by, "match.undo", ENTITY, need, about.subject()));
    }

    /** The need's own side speaks of whom it may see; an enterprise of itself; an association of its members. */
    private About find(UUID need, UUID enterprise, Viewer by) {
        by.require(by.isMember() || by.isOfficer());
        var found = enterprises.find(enterprise, by).orElseThrow(NotFound::new);
        boolean speaksForIt = enterprise.equals(by.organizationId()) || found.member();
        var about = (speaksForIt ? needs.published(need, by) : needs.concerning(need, by)).orElseThrow(NotFound::new);
        if (about.organizationId().equals(enterprise)) throw new NotFound();
        return new About(about, found);
    }

    private void keep(About about, Verdict verdict, @Nullable Unsuitable reason, String note, Viewer by) {
        int kept = jdbc.sql("""
                insert into match_feedback (id, need_id, organization_id, verdict, reason, note, given_for, given_by, given_at)
                values (:id, :need, :enterprise, :verdict, :reason, :note, :for, :by, :at) on conflict do nothing
                """)
                .param("id", Ids.next())
                .param("need", about.need.id())
                .param("enterprise", about.enterprise.id())
                .param("verdict", verdict.name())
                .param("reason", reason == null ? null : reason.name())
                .param("note", note)
                .param("for", by.organization())
                .param("by", by.account())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (kept == 0) throw new Refused("matching.refused.twice");
    }

    private int invitedToday(Viewer by) {
        return jdbc.sql("""
                select count(*) from match_feedback where given_for = ? and verdict = 'INVITED' and given_at > ?
                """)
                .params(by.organization(), OffsetDateTime.now(clock).minusDays(1))
                .query(Integer.class)
                .single();
    }

    private boolean isInvitedBefore(UUID need, UUID enterprise) {
        return jdbc.sql("""
                select exists (select from match_feedback where need_id = ? and organization_id = ? and verdict = 'INVITED')
                """).params(need, enterprise).query(Boolean.class).single();
    }

    /** Who seeks without its name invites without it too. */
    private void tell(About about, Viewer by) {
        boolean nameless = about.need.own() && isAnonymous(about.need.id());
        var key = about.enterprise.member() ? "matching.notice.RECOMMENDED" : "matching.notice.INVITED";
        events.publishEvent(Notice.toHolders(
                about.enterprise.id(),
                Set.of(Role.MEMBER, Role.MANAGER),
                nameless ? "matching.notice.INVITED.anonymous" : key,
                "/needs/" + about.need.id(),
                about.need.title(),
                nameless ? "" : by.organizationName()));
    }

    private boolean isAnonymous(UUID need) {
        return jdbc.sql("select anonymous from need where id = ?")
                .param(need)
                .query(Boolean.class)
                .single();
    }
}
