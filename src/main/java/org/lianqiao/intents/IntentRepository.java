package org.lianqiao.intents;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds for a change: each finder locks the row, so that of two who answer at once the second sees the first's answer. */
interface IntentRepository extends JpaRepository<Intent, UUID> {
    @Query(nativeQuery = true, value = "select * from intent where token_hash = :hash for update")
    Optional<Intent> findByToken(String hash);

    @Query(nativeQuery = true, value = """
            select * from intent where id = :id and state <> 'DRAFT' and office_id = :office for update
            """)
    Optional<Intent> findOfOffice(UUID id, @Nullable UUID office);

    @Query(nativeQuery = true, value = """
            select * from intent where id = :id and state in ('UNVERIFIED', 'UNASSIGNED') and office_id is null
               and alliance_id = :alliance for update
            """)
    Optional<Intent> findUnassigned(UUID id, @Nullable UUID alliance);

    @Query(nativeQuery = true, value = """
            select * from intent where id = :id and sender_organization_id = :organization for update
            """)
    Optional<Intent> findOfSender(UUID id, @Nullable UUID organization);

    /** What the viewer's office has to answer. */
    default Optional<Intent> findForOffice(Viewer officer, UUID id) {
        return officer.isOfficer() ? findOfOffice(id, officer.organizationId()) : Optional.empty();
    }

    /** What waits to be assigned by the coordinating offices of the viewer's alliance. */
    default Optional<Intent> findForCoordinator(Viewer officer, UUID id) {
        return officer.isOfficer() && officer.coordinating()
                ? findUnassigned(id, officer.allianceId())
                : Optional.empty();
    }

    default Optional<Intent> findForSender(Viewer sender, UUID id) {
        return sender.isMember() ? findOfSender(id, sender.organizationId()) : Optional.empty();
    }

    /**
     * Writes what changed. What was found is managed already: to save it again would merge, and a merge knows nothing of
     * new lines of its history.
     */
    default void write(Intent intent) {
        if (intent.isNew()) save(intent);
        flush();
    }
}
