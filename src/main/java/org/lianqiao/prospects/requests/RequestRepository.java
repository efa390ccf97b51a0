package org.lianqiao.prospects.requests;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RequestRepository extends JpaRepository<EnterpriseRequest, UUID> {}
