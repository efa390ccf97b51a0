package org.lianqiao.prospects;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of interested enterprises (意向企业台账), for the modules that feed it and build on it. */
@Service
@RequiredArgsConstructor
public class Ledger {
    private static final int MOST_OPTIONS = 200;

    private final ProspectRepository prospects;
    private final Openings openings;
    private final FollowUps followUps;
    private final Directory directory;
    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Opens a prospect that the officer's office holds, with its first step. An enterprise that the portal does not know
     * is noted as 未入驻.
     *
     * @throws Refused at {@code matter} where this matter of the enterprise is open already, at {@code nextStep} or
     *     {@code nextDue} where nothing is due
     */
    @Transactional
    public UUID report(NewLead lead, Viewer officer) {
        requireReporter(officer);
        if (lead.nextStep().isBlank()) throw Refused.at("nextStep", "prospects.required.nextStep");
        if (lead.region() != null && !catalogue.hasRegion(lead.region()))
            throw Refused.at("regionCode", "prospects.unknown.region");
        if (lead.node() != null && !catalogue.hasNode(lead.node()))
            throw Refused.at("nodeId", "prospects.unknown.node");
        var alliance = Objects.requireNonNull(officer.allianceId());
        var enterprise = directory.knownOrNew(lead.enterprise(), lead.code(), null, officer);
        var id = openings.claim(new Openings.Claim(
                        alliance,
                        enterprise,
                        lead.matter(),
                        lead.source(),
                        lead.sourceNote(),
                        null,
                        null,
                        lead.node(),
                        lead.region(),
                        lead.amountYuan(),
                        sharing(lead.source(), officer),
                        officer))
                .orElseThrow(() -> Refused.at("matter", "prospects.refused.open"));
        followUps.add(
                id,
                Channel.PLAN,
                "",
                null,
                new FollowUps.Next(lead.nextStep(), lead.nextOwner(), lead.nextDue()),
                null,
                officer);
        return id;
    }

    /** Whoever reports works the ledger of an alliance. */
    static void requireReporter(Viewer officer) {
        officer.require(officer.isOfficer() && officer.allianceId() != null);
    }

    /** What comes from a joint event, or is held by the joint office, both sides may know of. */
    private static Sharing sharing(LeadSource source, Viewer officer) {
        return source == LeadSource.EVENT || officer.joint() ? Sharing.BOTH : Sharing.SIDE;
    }

    /**
     * Keeps a meeting with a prospect of the officer's office: a follow-up with its next step; a lead becomes a
     * contacted one. The meeting itself is already written.
     *
     * @throws NotFound where the officer's office neither holds it nor takes part
     * @throws Refused at {@code nextDue} or {@code nextOwner}; without a field where the prospect was given up
     */
    @Transactional
    public void met(UUID id, Met met, Viewer officer) {
        if (!works(id, officer)) throw new NotFound();
        var prospect = prospects.lock(id).orElseThrow(NotFound::new);
        prospect.requireLive();
        followUps.add(
                id,
                Channel.MEETING,
                met.text(),
                met.heldAt(),
                new FollowUps.Next(met.nextStep().strip(), met.nextOwner(), met.nextDue()),
                met.meetingId(),
                officer);
        prospect.contacted(officer.account(), clock.instant());
        prospects.flush();
    }

    /** Open prospects that the officer's office holds or takes part in, as 企业 · 事项, the latest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Option> open(Viewer officer) {
        return jdbc.sql("select p.id::text as value, o.name || ' · ' || p.matter as label from prospect p"
                        + " join organization o on o.id = p.organization_id where p.status in ('OPEN', 'PAUSED') and "
                        + Sight.WORKED + " order by p.updated_at desc, p.id desc limit " + MOST_OPTIONS)
                .params(Sight.of(officer))
                .query(Option.class)
                .list();
    }

    /** The prospect, for those who may log a meeting with it: its holder and its partners. */
    @Transactional(readOnly = true)
    public Optional<ProspectBrief> findBrief(Viewer viewer, @Nullable UUID id) {
        if (id == null) return Optional.empty();
        return jdbc.sql("""
                select p.id, p.number, p.organization_id, o.name as organization, p.matter, p.holder_office_id
                  from prospect p join organization o on o.id = p.organization_id where p.id = :id and
                """ + Sight.WORKED)
                .params(Sight.of(viewer))
                .param("id", id)
                .query(ProspectBrief.class)
                .optional();
    }

    private boolean works(UUID id, Viewer officer) {
        return jdbc.sql("select exists (select from prospect p where p.id = :id and " + Sight.WORKED + ")")
                .params(Sight.of(officer))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
