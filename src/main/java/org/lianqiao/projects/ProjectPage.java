package org.lianqiao.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Area;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.SiteFunction;

/**
 * A project as one reader may see it.
 *
 * @param name in the reader's language; to offices as they wrote it
 * @param publicSummary in the reader's language; {@code publicSummaryEn} as it is written
 * @param amount the sum of the sites' sums; nothing where none is known
 * @param consents for offices and the enterprise: whose yes is needed and who gave it
 * @param changes for offices
 * @param prospects for offices: the entries of the ledger from which it came, where they work on them
 */
record ProjectPage(
        UUID id,
        String number,
        String name,
        String nameZh,
        String nameEn,
        String summary,
        String publicSummary,
        String publicSummaryZh,
        String publicSummaryEn,
        @Nullable UUID nodeId,
        String chain,
        String chainCode,
        String node,
        UUID holderId,
        String holder,
        @Nullable UUID organizationId,
        String organization,
        Publication publication,
        Seat seat,
        long version,
        List<Site> sites,
        @Nullable Money amount,
        List<Consent> consents,
        List<Change> changes,
        List<Origin> prospects) {

    /** @param aloneOn when it was signed alone
     * @param mine whether the reader is an officer of the site's office */
    record Site(
            UUID id,
            SiteFunction function,
            String regionCode,
            String region,
            @Nullable UUID parkId,
            String park,
            UUID officeId,
            String office,
            String responsible,
            @Nullable UUID responsibleId,
            @Nullable Area area,
            @Nullable Money amount,
            SiteStage stage,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate startedOn,
            String note,
            @Nullable LocalDate aloneOn,
            String aloneReason,
            boolean mine,
            long version) {}

    /** @param by who said yes; empty while nobody did */
    record Consent(
            UUID organizationId,
            String organization,
            boolean given,
            String by,
            @Nullable Instant at) {}

    /** @param field the field that changed from one value to the other; empty for what is no change of a field */
    record Change(String what, String detail, String field, String from, String to, String by, Instant at) {}

    record Origin(UUID id, String title) {}

    public boolean isInside() {
        return seat == Seat.OFFICE;
    }

    /** Whether the reader is an office of the project or its enterprise. */
    public boolean isInvolved() {
        return seat != Seat.PUBLIC;
    }

    public boolean isPublished() {
        return publication == Publication.PUBLISHED;
    }

    /** Sites in two and more regions. */
    public boolean isSpread() {
        return sites.stream().map(Site::regionCode).distinct().count() > 1;
    }

    /** 联合项目: in two and more regions, none of which signed alone. */
    public boolean isJoint() {
        return isSpread() && alone().isEmpty();
    }

    /** The sites that were signed alone: for them the mark has fallen. */
    public List<Site> alone() {
        return isSpread() ? sites.stream().filter(s -> s.aloneOn != null).toList() : List.of();
    }

    public long withoutAmount() {
        return sites.stream().filter(s -> s.amount == null).count();
    }

    public long agreed() {
        return consents.stream().filter(Consent::given).count();
    }

    boolean concerns(@Nullable UUID organization) {
        return consents.stream().anyMatch(c -> c.organizationId.equals(organization));
    }

    boolean hasYesOf(@Nullable UUID organization) {
        return consents.stream().anyMatch(c -> c.given && c.organizationId.equals(organization));
    }
}
