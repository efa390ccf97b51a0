package org.lianqiao.prospects.reports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.BaseEntity;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;

/** The weekly report of an office. The only door to its state. */
@Entity
@Table(name = "ledger_report")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class WeeklyReport extends BaseEntity<WeeklyReport> {
    private UUID officeId;
    private LocalDate week;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    private String note;
    private String returned;
    private UUID draftedBy;
    private Instant draftedAt;
    private @Nullable UUID submittedBy;
    private @Nullable Instant submittedAt;

    WeeklyReport(LocalDate week, Viewer by, Instant at) {
        officeId = by.organization();
        this.week = week;
        state = ReportState.DRAFT;
        note = "";
        returned = "";
        draftedBy = by.account();
        draftedAt = at;
    }

    /** The officer's text; while the lead reviews it, the lead's too. */
    void write(String text, Viewer by) {
        if (state == ReportState.SUBMITTED) throw new Refused("reports.refused.frozen");
        if (state == ReportState.REVIEW) by.require(by.isLead());
        note = text;
    }

    void toReview() {
        require(ReportState.DRAFT);
        state = ReportState.REVIEW;
        returned = "";
    }

    void sendBack(String why) {
        require(ReportState.REVIEW);
        if (why.isEmpty()) throw Refused.at("returned", "reports.required.returned");
        state = ReportState.DRAFT;
        returned = why;
    }

    /** By the lead; whoever keeps the figures freezes them in the same transaction. */
    void submit(Viewer lead, Instant at) {
        require(ReportState.REVIEW);
        state = ReportState.SUBMITTED;
        submittedBy = lead.account();
        submittedAt = at;
    }

    private void require(ReportState needed) {
        if (state != needed) throw new Refused("reports.refused.state");
    }
}
