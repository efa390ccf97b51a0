package org.lianqiao.prospects.rules;

/** What an alert is about; under which condition it is still true stands in the view {@code ledger_alert_now}. */
enum AlertKind {
    ANSWER,
    ASSESS,
    FEEDBACK,
    RHYTHM,
    STAY,
    /** A next step that is overdue. */
    STEP,
    /** A request of an enterprise that is overdue; the responsible office's matter. */
    REQUEST
}
