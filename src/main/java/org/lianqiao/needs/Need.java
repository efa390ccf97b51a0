package org.lianqiao.needs;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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
import java.util.Objects;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.BaseEntity;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.SiteFunction;

/** What an organisation offers or seeks at a chain node. The only door to its state. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Need extends BaseEntity<Need> {
    private static final int MOST_MONTHS = 24;

    private String number;
    private UUID organizationId;
    private UUID createdBy;

    @Enumerated(EnumType.STRING)
    private NeedState state;

    @Enumerated(EnumType.STRING)
    private NeedDirection direction;

    @Enumerated(EnumType.STRING)
    private NeedKind kind;

    @Enumerated(EnumType.STRING)
    private NeedSubject subject;

    @Enumerated(EnumType.STRING)
    private @Nullable ResourceKind resource;

    private String title;
    private String titleEn;
    private String description;
    private @Nullable UUID chainId;
    private @Nullable UUID nodeId;
    private @Nullable String regionCode;

    @Enumerated(EnumType.STRING)
    private @Nullable SiteFunction function;

    private @Nullable BigDecimal amountYuan;
    private @Nullable BigDecimal quantity;
    private String quantityUnit;
    private @Nullable BigDecimal siteAreaSqm;

    @Column(name = "floor_height_m")
    private @Nullable BigDecimal floorHeightM;

    @Column(name = "floor_load_t")
    private @Nullable BigDecimal floorLoadT;

    private @Nullable BigDecimal powerKva;

    @Enumerated(EnumType.STRING)
    private @Nullable Tenure tenure;

    private String policyNumber;
    private @Nullable LocalDate policyValidUntil;
    private boolean anonymous;
    private @Nullable LocalDate expiresOn;
    private @Nullable Instant submittedAt;
    private @Nullable Instant publishedAt;
    private @Nullable Instant closedAt;
    private @Nullable LocalDate expiryNoticedOn;
    private Instant createdAt;
    private Instant updatedAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "need_id", nullable = false, updatable = false)
    private List<NeedChange> changes = new ArrayList<>();

    Need(String number, UUID organization, UUID author, NeedForm form, @Nullable UUID chain, Instant at) {
        this.number = number;
        organizationId = organization;
        createdBy = author;
        createdAt = at;
        state = NeedState.DRAFT;
        fill(form, chain, at);
        changes.add(new NeedChange(null, state, "", author, at));
    }

    /** Takes the form over. A published need whose content changes goes to review again. */
    void edit(NeedForm form, @Nullable UUID chain, UUID by, Instant at) {
        if (!state.canBeEdited()) throw new Refused("needs.refused.notEditable");
        var before = content();
        fill(form, chain, at);
        if (state == NeedState.PUBLISHED && !before.equals(content())) {
            requireComplete(LocalDate.ofInstant(at, org.lianqiao.shared.Time.ZONE));
            move(NeedState.SUBMITTED, "", by, at);
            submittedAt = at;
        }
    }

    /** @throws Refused at the field that a reader would miss */
    void submit(UUID by, Instant at) {
        requireComplete(LocalDate.ofInstant(at, org.lianqiao.shared.Time.ZONE));
        move(NeedState.SUBMITTED, "", by, at);
        submittedAt = at;
    }

    void publish(UUID by, Instant at) {
        move(NeedState.PUBLISHED, "", by, at);
        publishedAt = at;
    }

    void giveBack(String reason, UUID by, Instant at) {
        move(NeedState.RETURNED, reason, by, at);
    }

    void reject(String reason, UUID by, Instant at) {
        move(NeedState.REJECTED, reason, by, at);
        closedAt = at;
    }

    /** Longer open; an expired need is published again. */
    void extend(LocalDate until, UUID by, Instant at) {
        if (state != NeedState.PUBLISHED && state != NeedState.EXPIRED) throw new Refused("needs.refused.notOpen");
        if (!isGoodExpiry(until, LocalDate.ofInstant(at, org.lianqiao.shared.Time.ZONE)))
            throw Refused.at("until", "needs.required.expiresOn");
        expiresOn = until;
        expiryNoticedOn = null;
        updatedAt = at;
        if (state == NeedState.EXPIRED) move(NeedState.PUBLISHED, "", by, at);
    }

    void close(boolean met, String reason, UUID by, Instant at) {
        move(met ? NeedState.MET : NeedState.WITHDRAWN, reason, by, at);
        closedAt = at;
    }

    private void move(NeedState next, String reason, UUID by, Instant at) {
        if (!state.canBecome(next)) throw new Refused("needs.refused.state");
        changes.add(new NeedChange(state, next, reason, by, at));
        state = next;
        updatedAt = at;
    }

    private void requireComplete(LocalDate today) {
        var missing = missing(today);
        if (!missing.isEmpty()) throw missing.get(0);
    }

    /** What a reader would miss, each at its field; a submission lacks nothing. */
    List<Refused> missing(LocalDate today) {
        var missing = new ArrayList<Refused>();
        if (title.length() < 4) missing.add(Refused.at("title", "needs.required.title"));
        if (description.length() < 10) missing.add(Refused.at("description", "needs.required.description"));
        boolean atNode = subject != NeedSubject.RESOURCE && subject != NeedSubject.SITE;
        if (atNode && nodeId == null) missing.add(Refused.at("nodeId", "needs.required.node"));
        if (regionCode == null) missing.add(Refused.at("regionCode", "needs.required.region"));
        if (subject == NeedSubject.SITE && siteAreaSqm == null)
            missing.add(Refused.at("siteArea", "needs.required.siteArea"));
        if (resource == ResourceKind.POLICY && direction == NeedDirection.OFFER) {
            if (policyNumber.isEmpty()) missing.add(Refused.at("policyNumber", "needs.required.policyNumber"));
            if (policyValidUntil == null || policyValidUntil.isBefore(today))
                missing.add(Refused.at("policyValidUntil", "needs.required.policyValidUntil"));
        }
        if (!isGoodExpiry(expiresOn, today)) missing.add(Refused.at("expiresOn", "needs.required.expiresOn"));
        return missing;
    }

    private static boolean isGoodExpiry(@Nullable LocalDate until, LocalDate today) {
        return until != null && until.isAfter(today) && !until.isAfter(today.plusMonths(MOST_MONTHS));
    }

    private void fill(NeedForm form, @Nullable UUID chain, Instant at) {
        direction = Objects.requireNonNull(form.direction());
        kind = Objects.requireNonNull(form.kind());
        subject = Objects.requireNonNull(form.subject());
        resource = form.resource();
        if (subject == NeedSubject.RESOURCE && resource == null)
            throw Refused.at("resource", "needs.required.resource");
        title = form.title();
        titleEn = form.titleEn();
        description = form.description();
        nodeId = form.nodeId();
        chainId = chain;
        regionCode = form.regionCode();
        function = form.function();
        var amount = Money.ofWan(form.amountWan());
        amountYuan = amount == null ? null : amount.yuan();
        quantity = scaled(form.quantity());
        quantityUnit = form.quantityUnit();
        var area = Area.ofSquareMetres(form.siteArea());
        siteAreaSqm = area == null ? null : area.squareMetres();
        floorHeightM = scaled(form.floorHeight());
        floorLoadT = scaled(form.floorLoad());
        powerKva = form.power();
        tenure = form.tenure();
        policyNumber = form.policyNumber();
        policyValidUntil = form.policyValidUntil();
        anonymous = Boolean.TRUE.equals(form.anonymous());
        expiresOn = form.expiresOn();
        updatedAt = at;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    /** What a reader relies on: a change of it is material. The English title and the expiry are not. */
    private List<Object> content() {
        var parts = new ArrayList<Object>();
        for (var part : new Object[] {
            direction,
            kind,
            subject,
            resource,
            title,
            description,
            nodeId,
            regionCode,
            function,
            amountYuan,
            quantity,
            quantityUnit,
            siteAreaSqm,
            floorHeightM,
            floorLoadT,
            powerKva,
            tenure,
            policyNumber,
            policyValidUntil,
            anonymous
        }) parts.add(Objects.requireNonNullElse(part, ""));
        return parts;
    }
}
