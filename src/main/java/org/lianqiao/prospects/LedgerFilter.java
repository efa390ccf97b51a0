package org.lianqiao.prospects;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.web.Lenient;

/**
 * How the ledger is narrowed: as typed in the address, and as one condition in SQL. Name, holder, stage and status are
 * everybody's who sees the row; every other condition holds only of rows that the viewer sees whole, so that no filter
 * tells what is hidden.
 *
 * @param owner an account, or {@code me}
 * @param late any text asks for what is overdue
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
        @Nullable String sort) {

    /** @param whole the condition that the viewer sees the whole of {@code p} */
    String where(String whole) {
        var sql = new StringBuilder("true");
        if (stageOf() != null) sql.append(" and p.stage = :stage");
        if (statusOf() != null) sql.append(" and p.status = :status");
        if (holderOf() != null) sql.append(" and p.holder_office_id = :holder");
        if (Lenient.pattern(q) != null)
            sql.append(" and (o.name ilike :q or (")
                    .append(whole)
                    .append(" and (p.matter ilike :q or p.number ilike :q or p.summary ilike :q)))");
        var hidden = new StringBuilder();
        if (attentionOf() != null) hidden.append(" and p.attention = :attention");
        if (chainOf() != null) hidden.append(" and p.chain_id = :chain");
        if (nodeOf() != null) hidden.append(" and p.node_id = :node");
        if (regionOf() != null)
            hidden.append(" and p.region_code in (select code from region where :region in (code, parent_code))");
        if (ownerOf() != null) hidden.append(" and p.owner_account_id = :owner");
        if (isMine()) hidden.append(" and p.owner_account_id = :me");
        if (sourceOf() != null) hidden.append(" and p.source = :source");
        if (isLate()) hidden.append(" and p.next_due_on < :today and p.status in ('OPEN', 'PAUSED')");
        if (!hidden.isEmpty()) sql.append(" and ").append(whole).append(hidden);
        return sql.toString();
    }

    Map<String, Object> values(UUID me, LocalDate today) {
        var values = new HashMap<String, Object>();
        put(values, "stage", name(stageOf()));
        put(values, "status", name(statusOf()));
        put(values, "holder", holderOf());
        put(values, "q", Lenient.pattern(q));
        put(values, "attention", name(attentionOf()));
        put(values, "chain", chainOf());
        put(values, "node", nodeOf());
        put(values, "region", regionOf());
        put(values, "owner", ownerOf());
        put(values, "source", name(sourceOf()));
        values.put("me", me);
        values.put("today", today);
        return values;
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
            "sort"
        };
        String[] values = {q, scope, stage, status, holder, attention, chain, node, region, owner, source, late, sort};
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
        return region != null && region.matches("[0-9]{6}") ? region : null;
    }

    @Nullable
    UUID ownerOf() {
        return Lenient.id(owner);
    }

    public boolean isMine() {
        return "me".equals(owner);
    }

    @Nullable
    LeadSource sourceOf() {
        return Lenient.value(LeadSource.class, source);
    }

    public boolean isLate() {
        return late != null && !late.isEmpty();
    }

    public boolean isByDue() {
        return "due".equals(sort);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
    }
}
