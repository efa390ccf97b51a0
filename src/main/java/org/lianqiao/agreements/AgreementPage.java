package org.lianqiao.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as its readers see it.
 *
 * @param party whether the reader's organisation has signed it, and so may write
 */
record AgreementPage(
        UUID id,
        String number,
        AgreementKind kind,
        String title,
        LocalDate signedOn,
        @Nullable LocalDate validUntil,
        String place,
        String content,
        @Nullable UUID eventId,
        String event,
        @Nullable UUID fileId,
        String fileName,
        UUID recordedById,
        String recordedBy,
        boolean party,
        long version,
        List<Party> parties,
        List<Linked> projects,
        List<CommitmentRow> commitments) {

    record Party(UUID id, String name, boolean enterprise) {}

    /** @param open whether the reader may follow the link */
    record Linked(UUID id, String name, boolean open) {}

    public List<CommitmentRow> under(Heading heading) {
        return commitments.stream().filter(c -> c.heading() == heading).toList();
    }

    public String partyNames() {
        return parties.stream().map(Party::name).collect(Collectors.joining("、"));
    }

    AgreementForm form(UUID mine) {
        return new AgreementForm(
                kind,
                title,
                signedOn,
                validUntil,
                place,
                content,
                eventId,
                parties.stream()
                        .filter(p -> !p.enterprise && !p.id.equals(mine))
                        .map(Party::id)
                        .toList(),
                parties.stream()
                        .filter(Party::enterprise)
                        .map(Party::name)
                        .findFirst()
                        .orElse(""),
                projects.stream().map(Linked::id).toList(),
                null,
                version);
    }
}
