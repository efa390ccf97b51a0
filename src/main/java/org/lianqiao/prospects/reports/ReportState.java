package org.lianqiao.prospects.reports;

/** 起草, 待审核, 已报送. */
enum ReportState {
    DRAFT,
    REVIEW,
    SUBMITTED
}
