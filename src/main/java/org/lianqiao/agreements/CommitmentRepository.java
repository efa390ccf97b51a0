package org.lianqiao.agreements;

import java.util.Optional;
import java.util.UUID;
import org.lianqiao.shared.Viewer;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds for a change, and locks the row: of two who act at once the second sees what the first did. */
interface CommitmentRepository extends JpaRepository<Commitment, UUID> {
    @Query(nativeQuery = true, value = """
            select c.* from commitment c where c.id = :id and exists (select from agreement_party p
               where p.agreement_id = c.agreement_id and (p.organization_id = :mine
                  or p.organization_id = (select parent_id from organization where id = :mine and kind = 'DEPARTMENT')))
               for update of c
            """)
    Optional<Commitment> findOfParty(UUID id, UUID mine);

    /** One of an agreement that the viewer's organisation, or the office above it, has signed. */
    default Optional<Commitment> findForParty(Viewer viewer, UUID id) {
        return viewer.isOfficer() || viewer.isMember() ? findOfParty(id, viewer.organization()) : Optional.empty();
    }

    /** Writes what changed; what was found is managed already, and a merge would lose new lines of its history. */
    default void write(Commitment commitment) {
        if (commitment.isNew()) save(commitment);
        flush();
    }
}
