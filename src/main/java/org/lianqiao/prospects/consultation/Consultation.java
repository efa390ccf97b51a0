package org.lianqiao.prospects.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/**
 * A disputed lead with what each office said.
 *
 * @param office who would follow the enterprise, too
 * @param wish what it wants: to hold it, or to take part
 */
record Consultation(
        UUID id,
        UUID prospect,
        String number,
        String enterprise,
        String matter,
        UUID alliance,
        UUID holderId,
        String holder,
        UUID officeId,
        String office,
        LeadOutcome wish,
        @Nullable SiteFunction function,
        String reason,
        String askedBy,
        UUID askedById,
        LocalDate askedOn,
        LocalDate dueOn,
        String state,
        @Nullable LeadOutcome outcome,
        String documentNumber,
        @Nullable UUID file,
        @Nullable LocalDate settledOn,
        List<Answer> answers) {

    /**
     * What one office says; it counts once its 科长 confirmed.
     *
     * @param coordinating whether it speaks for its side, after the offices did not agree
     */
    record Answer(
            UUID officeId,
            String office,
            boolean coordinating,
            @Nullable LeadOutcome outcome,
            String opinion,
            String draftedBy,
            String confirmedBy,
            @Nullable LocalDate confirmedOn) {
        public boolean isConfirmed() {
            return confirmedOn != null;
        }
    }

    public boolean isOpen() {
        return state.equals("OPEN");
    }

    public boolean isEscalated() {
        return state.equals("ESCALATED");
    }

    public boolean isLive() {
        return isOpen() || isEscalated();
    }

    /** The answer that this office still may give or change. */
    Optional<Answer> answerOf(@Nullable UUID asked) {
        return answers.stream()
                .filter(a -> a.officeId.equals(asked) && a.coordinating == isEscalated() && isLive())
                .findFirst();
    }

    /** Whether all who were asked at this step have answered. */
    boolean isComplete(boolean coordinating) {
        return answers.stream().filter(a -> a.coordinating == coordinating).allMatch(Answer::isConfirmed);
    }

    /** What all who were asked at this step say, where they say the same. */
    Optional<LeadOutcome> common(boolean coordinating) {
        if (!isComplete(coordinating)) return Optional.empty();
        Set<LeadOutcome> said = answers.stream()
                .filter(a -> a.coordinating == coordinating && a.outcome != null)
                .map(a -> java.util.Objects.requireNonNull(a.outcome))
                .collect(Collectors.toSet());
        return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
    }

    /** What both sides agreed, for the joint office to record. */
    public @Nullable LeadOutcome agreed() {
        return isEscalated() ? common(true).orElse(null) : null;
    }
}
