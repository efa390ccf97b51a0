package org.lianqiao.prospects;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.ContactSource;
import org.lianqiao.organizations.Contacts;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a prospect by hand, after a look at who courts the enterprise already. */
@Service
@RequiredArgsConstructor
class Reporting {
    private static final String NO_MATTER = Prospects.NO_MATTER;

    private final ProspectRepository prospects;
    private final Ledger ledger;
    private final Duplicates duplicates;
    private final Contacts contacts;

    /** @param known who courts the enterprise already; then nothing was saved */
    record Report(@Nullable UUID id, List<Duplicates.Held> known) {}

    /**
     * Opens a prospect by hand. Where the enterprise is courted already, that is shown first; another matter of it takes
     * a lead's confirmation.
     */
    @Transactional
    public Report report(ReportForm form, Viewer officer) {
        Ledger.requireReporter(officer);
        var code = code(form.uscc());
        var phone =
                form.contactPhone().isEmpty() ? Optional.<String>empty() : phone("contactPhone", form.contactPhone());
        if (phone.isPresent() && form.contactName().isEmpty())
            throw Refused.at("contactName", "prospects.required.contactName");
        var matter = form.matter().isEmpty() ? NO_MATTER : form.matter();
        if (matter.codePointCount(0, matter.length()) < 2) throw Refused.at("matter", "prospects.matter.size");
        var known = duplicates.of(form.enterprise(), code, matter, officer);
        if (known.stream().anyMatch(Duplicates.Held::same)) return new Report(null, known);
        if (!known.isEmpty() && !(officer.isLead() && Boolean.TRUE.equals(form.confirmed())))
            return new Report(null, known);
        var id = ledger.report(
                new NewLead(
                        form.enterprise(),
                        code.orElse(null),
                        matter,
                        Objects.requireNonNull(form.source()),
                        form.sourceNote(),
                        form.regionCode(),
                        form.nodeId(),
                        yuan(form),
                        form.nextStep(),
                        form.nextOwner(),
                        form.nextDue()),
                officer);
        if (!form.contactName().isEmpty())
            contacts.keep(
                    prospects.findById(id).orElseThrow().getOrganizationId(),
                    form.contactName(),
                    "",
                    phone.orElse(""),
                    "",
                    ContactSource.STAFF,
                    form.sourceNote(),
                    null,
                    null,
                    officer.organization(),
                    officer);
        return new Report(id, List.of());
    }

    private static @Nullable BigDecimal yuan(ReportForm form) {
        var amount = Money.ofWan(form.amountWan());
        return amount == null ? null : amount.yuan();
    }

    private static Optional<Uscc> code(String typed) {
        if (typed.isEmpty()) return Optional.empty();
        return Optional.of(Uscc.parse(typed).orElseThrow(() -> Refused.at("uscc", "prospects.uscc.wrong")));
    }

    private static Optional<String> phone(String field, String typed) {
        return Optional.of(Phones.parse(typed).orElseThrow(() -> Refused.at(field, "prospects.phone.wrong")));
    }
}
