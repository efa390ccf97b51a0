package org.lianqiao.prospects;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.BaseEntity;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Time;

/**
 * One enterprise being courted about one matter. The only door to its stage and status. A new one is claimed in SQL
 * ({@link Openings}), because of two offices that report at once only one may hold it.
 */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Prospect extends BaseEntity<Prospect> {
    /** How far ahead a paused prospect may be looked at again. */
    private static final int LONGEST_PAUSE_MONTHS = 24;

    private String number;
    private UUID allianceId;
    private UUID organizationId;
    private String matter;
    private UUID holderOfficeId;
    private @Nullable UUID ownerAccountId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private ProspectStatus status;

    private Instant stageSince;

    @Enumerated(EnumType.STRING)
    private Attention attention;

    @Enumerated(EnumType.STRING)
    private Sharing sharing;

    @Enumerated(EnumType.STRING)
    private LeadSource source;

    private String sourceNote;
    private @Nullable UUID intentId;
    private @Nullable UUID projectId;
    private @Nullable UUID chainId;
    private @Nullable UUID nodeId;
    private @Nullable String regionCode;
    private @Nullable BigDecimal amountYuan;
    private String summary;
    private Instant reportedAt;
    private @Nullable UUID reportedBy;
    private UUID reportedOfficeId;
    private @Nullable LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    private @Nullable DropReason dropReason;

    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate landedOn;
    private Instant createdAt;
    private Instant updatedAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "prospect_id", nullable = false, updatable = false)
    private List<StageChange> history = new ArrayList<>();

    /**
     * One step forward with what the stage needs, or one step back with a reason.
     *
     * @param contacted whether a contact that took place is logged
     */
    void take(StageStep step, boolean contacted, UUID by, Instant at) {
        if (!stage.canMoveTo(step.to())) throw new Refused("prospects.refused.step");
        if (step.to() == stage.next()) forward(step, contacted, by, at);
        else back(step, by, at);
    }

    private void forward(StageStep step, boolean contacted, UUID by, Instant at) {
        require(Move.FORWARD);
        switch (step.to().needs()) {
            case NOTHING -> {}
            case CONTACT -> {
                if (!contacted) throw new Refused("prospects.required.contact");
            }
            case SIGNING -> {
                signedOn = past(step.on(), at, "prospects.required.signedOn");
                if (step.file() == null) throw Refused.at("file", "prospects.required.file");
            }
            case LANDING -> {
                if (step.landing() == null) throw Refused.at("landing", "prospects.required.landing");
                landedOn = past(step.on(), at, "prospects.required.landedOn");
                if (signedOn != null && landedOn.isBefore(signedOn))
                    throw Refused.at("on", "prospects.refused.landedBeforeSigned");
            }
        }
        enter(
                step.to(),
                new StageChange(Move.FORWARD, stage, step.to(), step.reason(), by, at)
                        .on(step.on(), step.landing(), step.document(), step.file()),
                at);
        if (stage.next() == null) status = ProspectStatus.DONE;
    }

    private void back(StageStep step, UUID by, Instant at) {
        require(Move.BACK);
        if (step.reason().isBlank()) throw Refused.at("reason", "prospects.required.backReason");
        switch (stage.needs()) {
            case SIGNING -> signedOn = null;
            case LANDING -> landedOn = null;
            default -> {}
        }
        enter(step.to(), new StageChange(Move.BACK, stage, step.to(), step.reason(), by, at), at);
        status = ProspectStatus.OPEN;
    }

    /** A meeting or another contact took place: a lead becomes a contacted one. */
    void contacted(UUID by, Instant at) {
        if (stage == Stage.LEAD && Move.FORWARD.isOpenFrom(stage, status))
            forward(StageStep.to(Stage.CONTACTED), true, by, at);
        updatedAt = at;
    }

    /** Rests until a day on which somebody looks again. */
    void pause(@Nullable LocalDate until, String reason, UUID by, Instant at) {
        require(Move.PAUSED);
        if (reason.isBlank()) throw Refused.at("reason", "prospects.required.pauseReason");
        var today = LocalDate.ofInstant(at, Time.ZONE);
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusMonths(LONGEST_PAUSE_MONTHS)))
            throw Refused.at("reviewOn", "prospects.required.reviewOn");
        remember(new StageChange(Move.PAUSED, stage, stage, reason, by, at).on(until, null, "", null), at);
        status = ProspectStatus.PAUSED;
        reviewOn = until;
    }

    /** Goes on where it paused. */
    void resume(UUID by, Instant at) {
        require(Move.RESUMED);
        remember(new StageChange(Move.RESUMED, stage, stage, "", by, at), at);
        status = ProspectStatus.OPEN;
        reviewOn = null;
    }

    void drop(@Nullable DropReason why, String reason, UUID by, Instant at) {
        require(Move.DROPPED);
        if (why == null) throw Refused.at("why", "prospects.required.why");
        if (reason.isBlank()) throw Refused.at("reason", "prospects.required.dropReason");
        remember(new StageChange(Move.DROPPED, stage, stage, reason, by, at).because(why), at);
        status = ProspectStatus.DROPPED;
        dropReason = why;
        reviewOn = null;
    }

    /** Only a lead calls this; goes on at the stage where it was given up. */
    void reopen(String reason, UUID by, Instant at) {
        require(Move.REOPENED);
        if (reason.isBlank()) throw Refused.at("reason", "prospects.required.reopenReason");
        remember(new StageChange(Move.REOPENED, stage, stage, reason, by, at), at);
        status = ProspectStatus.OPEN;
        dropReason = null;
    }

    void edit(EditForm form, @Nullable UUID chain, Instant at) {
        requireLive();
        matter = form.matter();
        sourceNote = form.sourceNote();
        nodeId = form.nodeId();
        chainId = chain;
        regionCode = form.regionCode();
        var amount = Money.ofWan(form.amountWan());
        amountYuan = amount == null ? null : amount.yuan();
        summary = form.summary();
        updatedAt = at;
    }

    void share(Sharing with, Instant at) {
        sharing = with;
        updatedAt = at;
    }

    void attend(Attention how, Instant at) {
        attention = how;
        updatedAt = at;
    }

    /** @param office the owner's office, which holds the prospect from now on */
    void assign(UUID owner, UUID office, Instant at) {
        requireLive();
        ownerAccountId = owner;
        holderOfficeId = office;
        updatedAt = at;
    }

    /** Becomes a project, once. */
    void became(UUID project, Instant at) {
        requireLive();
        if (projectId != null) throw new Refused("prospects.refused.project");
        projectId = project;
        updatedAt = at;
    }

    /** @throws Refused where it was given up */
    void requireLive() {
        if (status == ProspectStatus.DROPPED) throw new Refused("prospects.refused.dropped");
    }

    private void enter(Stage next, StageChange change, Instant at) {
        remember(change, at);
        stage = next;
        stageSince = at;
    }

    private void remember(StageChange change, Instant at) {
        history.add(change);
        updatedAt = at;
    }

    private void require(Move move) {
        if (!move.isOpenFrom(stage, status)) throw new Refused("prospects.refused.move");
    }

    private static LocalDate past(@Nullable LocalDate day, Instant now, String key) {
        if (day == null || day.isAfter(LocalDate.ofInstant(now, Time.ZONE)) || day.getYear() < 2000)
            throw Refused.at("on", key);
        return day;
    }
}
