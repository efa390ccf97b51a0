package org.lianqiao.prospects.reports;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReportRepository extends JpaRepository<WeeklyReport, UUID> {}
