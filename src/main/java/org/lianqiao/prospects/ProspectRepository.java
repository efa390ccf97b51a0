package org.lianqiao.prospects;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Loads for a change: the row stays locked, so that of two who act at once the second sees what the first did. */
interface ProspectRepository extends JpaRepository<Prospect, UUID> {
    @Query(nativeQuery = true, value = "select * from prospect where id = :id for update")
    Optional<Prospect> lock(UUID id);
}
