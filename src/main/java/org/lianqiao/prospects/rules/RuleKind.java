package org.lianqiao.prospects.rules;

/** What a rule asks for: as the condition on a prospect {@code p} under which it is still owed, and since when it counts. */
enum RuleKind {
    /** 首次回应: a contact that took place. */
    ANSWER(
            "p.reported_at",
            "p.source <> 'IMPORT'",
            "not exists (select from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN')"),
    /** 研判, before talks begin. */
    ASSESS("p.reported_at", "p.source <> 'IMPORT' and p.stage in ('LEAD', 'CONTACTED')", missing("ASSESS")),
    /** 反馈引荐方, where somebody brought the enterprise. */
    FEEDBACK("p.reported_at", "p.source in ('REFERRAL', 'ASSOCIATION')", missing("FEEDBACK")),
    /** 跟进间隔: real activity. */
    RHYTHM("coalesce(p.active_at, p.reported_at)", "true", "true"),
    /** 停留时限 of the stage. */
    STAY("p.stage_since", "true", "true");

    final String since;
    final String applies;
    final String owed;

    RuleKind(String since, String applies, String owed) {
        this.since = since;
        this.applies = applies;
        this.owed = owed;
    }

    boolean isByStage() {
        return this == RHYTHM || this == STAY;
    }

    private static String missing(String milestone) {
        return "not exists (select from prospect_milestone m where m.prospect_id = p.id and m.kind = '" + milestone
                + "')";
    }
}
