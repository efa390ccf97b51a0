package org.lianqiao.intents;

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
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;

/** An enterprise's word that it wants a need, a project, a region. The only door to its state. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Intent extends BaseEntity<Intent> {
    private @Nullable String number;

    @Enumerated(EnumType.STRING)
    private IntentState state;

    @Enumerated(EnumType.STRING)
    private IntentTarget target;

    private @Nullable UUID needId;
    private @Nullable UUID projectId;
    private @Nullable String regionCode;
    private UUID allianceId;
    private @Nullable UUID officeId;
    private @Nullable UUID organizationId;
    private @Nullable UUID senderOrganizationId;
    private @Nullable UUID senderAccountId;
    private String enterpriseName;
    private String uscc;
    private String contactName;
    private String contactPhone;
    private String contactEmail;

    @Enumerated(EnumType.STRING)
    private @Nullable SiteFunction function;

    private @Nullable BigDecimal amountYuan;
    private String message;
    private @Nullable UUID consentId;
    private boolean ownerMaySeeContact;
    private @Nullable String tokenHash;
    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable LocalDate answerDueOn;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "intent_id", nullable = false, updatable = false)
    private List<IntentChange> changes = new ArrayList<>();

    Intent(String tokenHash, Viewer sender, Instant at) {
        this.tokenHash = tokenHash;
        state = IntentState.DRAFT;
        senderOrganizationId = sender.organizationId();
        senderAccountId = sender.accountId();
        contactEmail = "";
        createdAt = at;
    }

    void replaceToken(String hash) {
        tokenHash = hash;
    }

    void fill(IntentForm form, String enterprise, Target about) {
        if (state != IntentState.DRAFT) throw new Refused("intents.refused.sent");
        target = about.kind();
        needId = about.needId();
        projectId = about.projectId();
        regionCode = about.region();
        allianceId = about.alliance();
        officeId = about.office();
        enterpriseName = enterprise;
        uscc = form.uscc();
        contactName = form.contactName();
        contactPhone = form.contactPhone();
        function = form.function();
        var amount = Money.ofWan(form.amountWan());
        amountYuan = amount == null ? null : amount.yuan();
        message = form.message();
        ownerMaySeeContact = Boolean.TRUE.equals(form.ownerMaySee()) && about.kind() == IntentTarget.NEED;
    }

    /** Sends it to the office, or to the coordinating offices where none is responsible. */
    void submit(String number, UUID organization, String phone, UUID consent, LocalDate due, Instant at) {
        require(IntentAction.SUBMITTED);
        this.number = number;
        organizationId = organization;
        contactPhone = phone;
        consentId = consent;
        submittedAt = at;
        answerDueOn = due;
        state = senderAccountId == null
                ? IntentState.UNVERIFIED
                : officeId == null ? IntentState.UNASSIGNED : IntentState.SUBMITTED;
        changes.add(new IntentChange(IntentAction.SUBMITTED, "", null, officeId, senderAccountId, at));
    }

    void assign(UUID office, UUID by, Instant at) {
        require(IntentAction.ASSIGNED);
        if (officeId != null) throw new Refused("intents.refused.assigned");
        officeId = office;
        if (state == IntentState.UNASSIGNED) state = IntentState.SUBMITTED;
        changes.add(new IntentChange(IntentAction.ASSIGNED, "", null, office, by, at));
    }

    void passOn(UUID office, String reason, UUID by, Instant at) {
        require(IntentAction.PASSED_ON);
        if (office.equals(officeId)) throw Refused.at("office", "intents.refused.sameOffice");
        changes.add(new IntentChange(IntentAction.PASSED_ON, reason, officeId, office, by, at));
        officeId = office;
    }

    void ask(String question, UUID by, Instant at) {
        require(IntentAction.QUERIED);
        state = IntentState.QUERIED;
        changes.add(new IntentChange(IntentAction.QUERIED, question, officeId, null, by, at));
    }

    void answer(String answer, @Nullable UUID by, LocalDate due, Instant at) {
        require(IntentAction.ANSWERED);
        state = senderAccountId == null ? IntentState.UNVERIFIED : IntentState.SUBMITTED;
        answerDueOn = due;
        changes.add(new IntentChange(IntentAction.ANSWERED, answer, null, officeId, by, at));
    }

    /** The office takes it up; accepting what came from a visitor says that the office has verified the sender. */
    void accept(UUID by, Instant at) {
        require(IntentAction.ACCEPTED);
        if (state == IntentState.UNVERIFIED)
            changes.add(new IntentChange(IntentAction.VERIFIED, "", officeId, null, by, at));
        state = IntentState.ACCEPTED;
        changes.add(new IntentChange(IntentAction.ACCEPTED, "", officeId, null, by, at.plusMillis(1)));
    }

    void decline(String reason, UUID by, Instant at) {
        require(IntentAction.DECLINED);
        state = IntentState.DECLINED;
        changes.add(new IntentChange(IntentAction.DECLINED, reason, officeId, null, by, at));
    }

    void withdraw(String reason, @Nullable UUID by, Instant at) {
        require(IntentAction.WITHDRAWN);
        state = IntentState.WITHDRAWN;
        changes.add(new IntentChange(IntentAction.WITHDRAWN, reason, null, null, by, at));
    }

    private void require(IntentAction action) {
        if (!state.allows(action)) throw new Refused("intents.refused." + state);
    }
}
