package org.lianqiao.accounts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Role;

/** 我的账号: what the portal holds of the person who looks. */
record AccountPage(
        String name,
        String login,
        String phone,
        String email,
        OffsetDateTime createdAt,
        OffsetDateTime passwordChangedAt,
        List<Tie> ties,
        List<Consent> consents,
        List<Sessions.Line> sessions) {

    /** One organisation of the person. @param current whether the person acts for it now */
    record Tie(UUID id, String organization, List<Role> roles, OffsetDateTime since, boolean current) {}

    /** One consent, by the version of the text that was shown. */
    record Consent(
            String purpose,
            String version,
            String organization,
            OffsetDateTime givenAt,
            @Nullable OffsetDateTime withdrawnAt) {}
}
