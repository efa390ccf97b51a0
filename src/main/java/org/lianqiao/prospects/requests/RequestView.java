package org.lianqiao.prospects.requests;

/** Which requests a list shows: what we are to answer, what we wait for, what is late of the two, what is answered. */
enum RequestView {
    OURS("r.office_id = :office and r.state <> 'ANSWERED'"),
    ASKED("r.asked_office_id = :office and r.state <> 'ANSWERED'"),
    LATE("(r.office_id = :office or r.asked_office_id = :office) and r.state <> 'ANSWERED' and r.due_on < :today"),
    ANSWERED("(r.office_id = :office or r.asked_office_id = :office) and r.state = 'ANSWERED'"),
    ALL("(r.office_id = :office or r.asked_office_id = :office)");

    final String condition;

    RequestView(String condition) {
        this.condition = condition;
    }
}
