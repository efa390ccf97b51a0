package org.lianqiao.organizations;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Ids;
import org.lianqiao.shared.Settings;
import org.lianqiao.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people agreed to, with the version of the text that they were shown. */
@Service
@RequiredArgsConstructor
public class Consents {
    private final JdbcClient jdbc;
    private final Settings settings;

    /** @param purpose PRIVACY_NOTICE, CONTACT_TO_OFFICE, CONTACT_TO_OWNER, CONTACT_TO_OTHER_OFFICE, ACT_FOR_MEMBER */
    @Transactional
    public UUID give(
            String purpose,
            String givenByName,
            @Nullable UUID organization,
            String subjectKind,
            @Nullable UUID subject,
            Viewer by) {
        var id = Ids.next();
        jdbc.sql("""
                insert into consent (id, purpose, notice_version, given_by_name, given_by_account, organization_id,
                    subject_kind, subject_id, given_at)
                values (:id, :purpose, :version, :name, :account, :organization, :kind, :subject, now())
                """)
                .param("id", id)
                .param("purpose", purpose)
                .param("version", settings.text("privacy.version", "2026-01"))
                .param("name", givenByName)
                .param("account", by.accountId())
                .param("organization", organization)
                .param("kind", subjectKind)
                .param("subject", subject)
                .update();
        return id;
    }

    /** What it was given for was never sent and is gone: so is the name. */
    @Transactional
    public void abandon(UUID subject) {
        jdbc.sql(
                        "update consent set withdrawn_at = coalesce(withdrawn_at, now()), given_by_name = '' where subject_id = ?")
                .param(subject)
                .update();
    }

    /** Withdrawn, never deleted: what was done under it stays lawful. */
    @Transactional
    public void withdraw(String purpose, UUID subject) {
        jdbc.sql(
                        "update consent set withdrawn_at = now() where purpose = ? and subject_id = ? and withdrawn_at is null")
                .params(purpose, subject)
                .update();
    }
}
