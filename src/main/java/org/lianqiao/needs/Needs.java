package org.lianqiao.needs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.search.EntryKind;
import org.lianqiao.search.Searchable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Notice;
import org.lianqiao.shared.Numbers;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of needs: their owners draft, submit, extend and close; reviewers publish, return or reject. */
@Service
@RequiredArgsConstructor
public class Needs {
    private static final int USUAL_MONTHS = 6;

    private final NeedRepository needs;
    private final Catalogue catalogue;
    private final Numbers numbers;
    private final JdbcClient jdbc;
    private final ReviewTime reviewTime;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A published need in short, for whoever builds on it; nothing where it is not open. */
    @Transactional(readOnly = true)
    public Optional<NeedBrief> published(UUID id) {
        return jdbc.sql("""
                select id, number, title, title_en, organization_id, region_code, chain_id, node_id from need
                 where id = ? and state = 'PUBLISHED'
                """).param(id).query(NeedBrief.class).optional();
    }

    @Transactional
    UUID draft(NeedForm form, Viewer author) {
        author.require(author.isMember() || author.isOfficer());
        requireKnown(form);
        var need = new Need(
                numbers.next(Numbers.Kind.NEED),
                author.organization(),
                author.account(),
                form,
                catalogue.chainOf(form.nodeId()),
                clock.instant());
        events.publishEvent(new Searchable(EntryKind.NEED, need.getId()));
        return needs.save(need).getId();
    }

    /** Where a proposal stood, and what it proposed. */
    public record ProposedAt(UUID node, NeedKind kind) {}

    /**
     * Drafts what was proposed, and keeps where it came from. While the organisation's need from the same proposal is open,
     * that one is meant: two clicks make one need.
     *
     * @return the draft, or the need that is there already
     * @throws org.lianqiao.shared.Forbidden for who may not draft a need
     */
    @Transactional
    public UUID propose(NeedProposal proposal, Viewer author) {
        author.require(author.isMember() || author.isOfficer());
        var organization = author.organization();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "need proposal " + organization + proposal.node() + proposal.kind())
                .query((row, n) -> 0)
                .list();
        var there = proposedBy(author).get(new ProposedAt(proposal.node(), proposal.kind()));
        if (there != null) return there;
        var until = LocalDate.now(clock).plusMonths(USUAL_MONTHS);
        var id = draft(NeedForm.proposed(proposal, author.organizationRegion(), until), author);
        needs.flush();
        jdbc.sql("""
                insert into need_proposal (need_id, organization_id, node_id, kind, evidence, proposed_at, proposed_by)
                values (:need, :organization, :node, :kind, :evidence, :at, :by)
                """)
                .param("need", id)
                .param("organization", organization)
                .param("node", proposal.node())
                .param("kind", proposal.kind().name())
                .param("evidence", NeedForm.cut(proposal.evidence(), NeedForm.LONGEST_TEXT))
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("by", author.account())
                .update();
        events.publishEvent(new Recorded(author, "need.propose", "need", id, proposal.title(), proposal.evidence()));
        return id;
    }

    /** The reader's own organisation's needs that came out of a proposal and are still open. */
    @Transactional(readOnly = true)
    public Map<ProposedAt, UUID> proposedBy(Viewer reader) {
        if (!reader.isMember() && !reader.isOfficer()) return Map.of();
        var found = new HashMap<ProposedAt, UUID>();
        jdbc.sql("""
                select p.node_id, p.kind, p.need_id from need_proposal p join need n on n.id = p.need_id
                 where p.organization_id = ? and n.state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'PUBLISHED') order by n.created_at
                """).param(reader.organization()).query(row -> {
            found.put(
                    new ProposedAt(row.getObject(1, UUID.class), NeedKind.valueOf(row.getString(2))),
                    row.getObject(3, UUID.class));
        });
        return found;
    }

    @Transactional
    void edit(UUID id, NeedForm form, Viewer author) {
        var need = own(id, author);
        requireKnown(form);
        if (form.version() != null) need.expectVersion(form.version());
        need.edit(form, catalogue.chainOf(form.nodeId()), author.account(), clock.instant());
        saved(need, author, "need.edit");
    }

    /** What a submission would still lack, each at its field. */
    @Transactional(readOnly = true)
    List<Refused> missing(UUID id, Viewer author) {
        return own(id, author).missing(LocalDate.now(clock));
    }

    @Transactional
    void submit(UUID id, Viewer author) {
        var need = own(id, author);
        need.submit(author.account(), clock.instant());
        saved(need, author, "need.submit");
    }

    @Transactional
    void extend(UUID id, @Nullable LocalDate until, Viewer author) {
        if (until == null) throw Refused.at("until", "needs.required.expiresOn");
        var need = own(id, author);
        need.extend(until, author.account(), clock.instant());
        saved(need, author, "need.extend");
    }

    @Transactional
    void close(UUID id, boolean met, String reason, Viewer author) {
        var need = own(id, author);
        need.close(met, reason, author.account(), clock.instant());
        saved(need, author, met ? "need.met" : "need.withdraw");
    }

    @Transactional
    void decide(UUID id, Verdict verdict, String reason, Viewer reviewer) {
        reviewer.require(reviewer.has(Role.REVIEWER) || reviewer.has(Role.REVIEW_ADMIN));
        if (verdict != Verdict.APPROVE && reason.isBlank()) throw Refused.at("reason", "needs.review.reason.required");
        var need = needs.findForReview(reviewer, id, late()).orElseThrow(NotFound::new);
        var at = clock.instant();
        switch (verdict) {
            case APPROVE -> need.publish(reviewer.account(), at);
            case RETURN -> need.giveBack(reason, reviewer.account(), at);
            case REJECT -> need.reject(reason, reviewer.account(), at);
        }
        saved(need, reviewer, "need." + verdict.name().toLowerCase(java.util.Locale.ROOT));
        if (verdict == Verdict.APPROVE) events.publishEvent(new NeedPublished(id));
        events.publishEvent(Notice.toPerson(
                need.getCreatedBy(), "needs.notice." + verdict, "/my/needs/" + id, need.getTitle(), reason));
    }

    /** What was submitted before this instant waits for longer than the reviewers have. */
    Instant late() {
        return reviewTime.lateBefore().toInstant();
    }

    /**
     * Ends what has run out and reminds a week before, each once. Guarded by the rows themselves, so that it may run
     * twice.
     */
    @Transactional
    void expire() {
        var today = LocalDate.now(clock);
        jdbc.sql("""
                with gone as (update need set state = 'EXPIRED', updated_at = now(), version = version + 1
                               where state = 'PUBLISHED' and expires_on < :today returning id, created_by, title)
                , kept as (insert into need_change (id, need_id, from_state, to_state, changed_at)
                           select gen_random_uuid(), id, 'PUBLISHED', 'EXPIRED', now() from gone)
                select id, created_by, title from gone
                """).param("today", today).query(Expiring.class).list().forEach(n -> {
            events.publishEvent(new Searchable(EntryKind.NEED, n.id()));
            events.publishEvent(
                    Notice.toPerson(n.createdBy(), "needs.notice.EXPIRED", "/my/needs/" + n.id(), n.title()));
        });
        jdbc.sql("""
                update need set expiry_noticed_on = :today where state = 'PUBLISHED' and expires_on <= :soon
                   and expiry_noticed_on is null returning id, created_by, title
                """)
                .param("today", today)
                .param("soon", today.plusDays(7))
                .query(Expiring.class)
                .list()
                .forEach(n -> events.publishEvent(
                        Notice.toPerson(n.createdBy(), "needs.notice.EXPIRING", "/my/needs/" + n.id(), n.title())));
    }

    private record Expiring(UUID id, UUID createdBy, String title) {}

    private Need own(UUID id, Viewer author) {
        return needs.findOwn(author, id).orElseThrow(NotFound::new);
    }

    private void requireKnown(NeedForm form) {
        if (form.nodeId() != null && !catalogue.hasNode(form.nodeId()))
            throw Refused.at("nodeId", "needs.required.node");
        if (form.regionCode() != null && !catalogue.hasRegion(form.regionCode()))
            throw Refused.at("regionCode", "needs.required.region");
    }

    private void saved(Need need, Viewer by, String action) {
        needs.flush();
        events.publishEvent(new Recorded(by, action, "need", need.getId(), need.getNumber()));
    }
}
