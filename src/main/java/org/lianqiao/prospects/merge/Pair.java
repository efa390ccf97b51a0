package org.lianqiao.prospects.merge;

import java.time.LocalDate;
import java.util.UUID;
import org.lianqiao.prospects.Stage;

/**
 * Two open prospects that may be one.
 *
 * @param both whether the viewer's office holds both, and so may merge them
 */
record Pair(
        UUID firstId,
        String firstNumber,
        String firstName,
        String firstMatter,
        Stage firstStage,
        LocalDate firstOn,
        UUID secondId,
        String secondNumber,
        String secondName,
        String secondMatter,
        Stage secondStage,
        LocalDate secondOn,
        String secondHolder,
        boolean both,
        boolean sameEnterprise,
        boolean similarName,
        boolean samePhone) {}
