package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Time;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * How the ledger is narrowed: as typed in the address, and as one condition in SQL. Name, holder, stage and status are
 * everybody's who sees the row, and the day of its report, by whose order the list stands anyhow; every other condition
 * holds only of rows that the viewer sees whole, so that no filter tells what is hidden.
 *
 * @param owner an account, or {@code me}
 * @param late any text asks for what is overdue
 * @param reached a stage: it or a later one
 * @param since the first day of the report
 * @param until the last day of the report
 * @param event the event from which it came, by name
 */
record LedgerFilter(
        @Nullable String q,
        @Nullable String scope,
        @Nullable String stage,
        @Nullable String status,
        @Nullable String holder,
        @Nullable String attention,
        @Nullable String chain,
        @Nullable String node,
        @Nullable String region,
        @Nullable String owner,
        @Nullable String source,
        @Nullable String late,
        @Nullable String reached,
        @Nullable String since,
        @Nullable String until,
        @Nullable String event,
        @Nullable String sort) {

    /** @param whole the condition that the viewer sees the whole of {@code p} */
    String where(String whole) {
        return conditions(whole).sql();
    }

    Map<String, Object> values(UUID me, LocalDate today) {
        var values = new HashMap<>(conditions("true").values());
        values.put("me", me);
        values.put("today", today);
        return values;
    }

    private Conditions conditions(String whole) {
        var least = reachedOf();
        var first = sinceOf();
        var last = untilOf();
        return Conditions.where("true")
                .and("p.stage = :stage", "stage", stageOf())
                .and("p.status = :status", "status", statusOf())
                .and("p.holder_office_id = :holder", "holder", holderOf())
                .words(
                        "(o.name ilike :q or (" + whole
                                + " and (p.matter ilike :q or p.number ilike :q or p.summary ilike :q)))",
                        q)
                .and("p.stage in (:reached)", "reached", least == null ? null : least.andLater())
                .and("p.reported_at >= :since", "since", first == null ? null : Time.startOf(first))
                .and("p.reported_at < :until", "until", last == null ? null : Time.startOf(last.plusDays(1)))
                .within("%s", hidden(whole));
    }

    private Conditions hidden(String whole) {
        return Conditions.where(whole)
                .and("p.attention = :attention", "attention", attentionOf())
                .and("p.chain_id = :chain", "chain", chainOf())
                .and("p.node_id = :node", "node", nodeOf())
                .region("p.region_code", regionOf())
                .and("p.owner_account_id = :owner", "owner", ownerOf())
                .andIf(isMine(), "p.owner_account_id = :me")
                .and("p.source = :source", "source", sourceOf())
                .and("p.source = 'EVENT' and p.source_note = :event", "event", eventOf())
                .andIf(isLate(), "p.next_due_on < :today and p.status in ('OPEN', 'PAUSED')");
    }

    /** What was typed, by the parameter's name, to be carried along. */
    Map<String, String> typed() {
        var typed = new java.util.LinkedHashMap<String, String>();
        String[] names = {
            "q",
            "scope",
            "stage",
            "status",
            "holder",
            "attention",
            "chain",
            "node",
            "region",
            "owner",
            "source",
            "late",
            "reached",
            "since",
            "until",
            "event",
            "sort"
        };
        String[] values = {
            q, scope, stage, status, holder, attention, chain, node, region, owner, source, late, reached, since, until,
            event, sort
        };
        for (int i = 0; i < names.length; i++)
            if (values[i] != null && !values[i].isEmpty()) typed.put(names[i], values[i]);
        return typed;
    }

    @Nullable
    Stage stageOf() {
        return Lenient.value(Stage.class, stage);
    }

    @Nullable
    ProspectStatus statusOf() {
        return Lenient.value(ProspectStatus.class, status);
    }

    @Nullable
    UUID holderOf() {
        return Lenient.id(holder);
    }

    @Nullable
    Attention attentionOf() {
        return Lenient.value(Attention.class, attention);
    }

    @Nullable
    UUID chainOf() {
        return Lenient.id(chain);
    }

    @Nullable
    UUID nodeOf() {
        return Lenient.id(node);
    }

    @Nullable
    String regionOf() {
        return Lenient.region(region);
    }

    @Nullable
    UUID ownerOf() {
        return Lenient.id(owner);
    }

    boolean asksForWords() {
        return Lenient.pattern(q) != null;
    }

    public boolean isMine() {
        return "me".equals(owner);
    }

    @Nullable
    LeadSource sourceOf() {
        return Lenient.value(LeadSource.class, source);
    }

    @Nullable
    Stage reachedOf() {
        return Lenient.value(Stage.class, reached);
    }

    @Nullable
    LocalDate sinceOf() {
        return Lenient.date(since);
    }

    @Nullable
    LocalDate untilOf() {
        return Lenient.date(until);
    }

    @Nullable
    String eventOf() {
        return Lenient.text(event);
    }

    public boolean isLate() {
        return late != null && !late.isEmpty();
    }

    public boolean isByDue() {
        return "due".equals(sort);
    }
}
