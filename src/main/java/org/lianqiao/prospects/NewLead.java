package org.lianqiao.prospects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Uscc;

/**
 * A lead that an office reports.
 *
 * @param enterprise the full name
 * @param matter what the enterprise wants to do (意向事项), 2 to 80 characters
 * @param sourceNote where exactly it came from: the event, who introduced it
 * @param region where it might settle
 * @param nextStep what is to be done first; required
 * @param nextOwner who does it; the reporting officer where nobody is named
 * @param nextDue until when; required with the step
 */
public record NewLead(
        String enterprise,
        @Nullable Uscc code,
        String matter,
        LeadSource source,
        String sourceNote,
        @Nullable String region,
        @Nullable UUID node,
        @Nullable BigDecimal amountYuan,
        String nextStep,
        @Nullable UUID nextOwner,
        @Nullable LocalDate nextDue) {}
