package org.lianqiao.needs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing a page: the pages on which an enterprise writes its need, each with its fields. */
enum NeedStep {
    WHAT("direction", "subject", "resource", "kind"),
    TEXT("title", "description", "titleEn"),
    PLACE("nodeId", "regionCode", "function"),
    DETAILS(
            "quantity",
            "quantityUnit",
            "siteArea",
            "floorHeight",
            "floorLoad",
            "power",
            "tenure",
            "policyNumber",
            "policyValidUntil",
            "amountWan"),
    TERMS("expiresOn", "anonymous");

    private final List<String> fields;

    NeedStep(String... fields) {
        this.fields = List.of(fields);
    }

    static Optional<NeedStep> of(String path) {
        return Arrays.stream(values()).filter(s -> s.path().equals(path)).findFirst();
    }

    /** The page on which this field is filled in. */
    static NeedStep with(String field) {
        return Arrays.stream(values())
                .filter(s -> s.fields.contains(field))
                .findFirst()
                .orElse(WHAT);
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int number() {
        return ordinal() + 1;
    }

    /** The fields of the other pages: they travel along unseen, so that each page saves a whole need. */
    List<String> others() {
        return Arrays.stream(values())
                .filter(s -> s != this)
                .flatMap(s -> s.fields.stream())
                .toList();
    }

    Optional<NeedStep> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
