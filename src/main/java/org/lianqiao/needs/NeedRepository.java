package org.lianqiao.needs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface NeedRepository extends JpaRepository<Need, UUID> {
    Optional<Need> findByIdAndOrganizationId(UUID id, UUID organization);

    /** A need of the viewer's own organisation. */
    default Optional<Need> findOwn(Viewer viewer, UUID id) {
        return viewer.organizationId() == null
                ? Optional.empty()
                : findByIdAndOrganizationId(id, viewer.organization());
    }

    @Query(nativeQuery = true, value = """
            select n.* from need n join organization o on o.id = n.organization_id left join region r on r.code = o.region_code
             where n.id = :id and n.state = 'SUBMITTED' and n.created_by <> :me
               and ((:reviewer and (o.region_code = :region or r.parent_code = :region))
                    or (:admin and (n.submitted_at < :late or not exists (
                        select from organization office join membership m on m.organization_id = office.id and m.ended_at is null
                          join membership_role mr on mr.membership_id = m.id and mr.role = 'REVIEWER'
                         where office.region_code in (o.region_code, r.parent_code)))))
            """)
    Optional<Need> findWaiting(UUID id, UUID me, boolean reviewer, String region, boolean admin, Instant late);

    /** A need that waits for this reviewer. */
    default Optional<Need> findForReview(Viewer viewer, UUID id, Instant late) {
        var region = viewer.organizationRegion() == null ? "" : viewer.organizationRegion();
        return findWaiting(
                id, viewer.account(), viewer.has(Role.REVIEWER), region, viewer.has(Role.REVIEW_ADMIN), late);
    }
}
