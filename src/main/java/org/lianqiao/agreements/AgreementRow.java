package org.lianqiao.agreements;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the list of agreements.
 *
 * @param parties their names in order, readable
 * @param kept how many commitments are kept, of {@code owed} in all
 * @param late how many are overdue
 */
record AgreementRow(
        UUID id,
        String number,
        AgreementKind kind,
        String title,
        LocalDate signedOn,
        String place,
        String parties,
        int owed,
        int kept,
        int late) {}
