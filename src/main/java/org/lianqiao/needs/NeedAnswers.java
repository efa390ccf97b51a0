package org.lianqiao.needs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/** A need as answers, each with the page on which it is changed: what the owner checks before submitting. */
@Component
@RequiredArgsConstructor
class NeedAnswers {
    private final Choices choices;

    /** @param missing whether the submission needs it and it is not there */
    record Answer(String label, String value, NeedStep step, boolean missing) {}

    List<Answer> of(NeedPage need, Set<String> missing) {
        var answers = new Answers(missing);
        answers.always("direction", "needs.direction", choices.label(need.direction()));
        answers.always("subject", "needs.subject", subject(need));
        answers.always("kind", "needs.kind", choices.label(need.kind()));
        answers.always("title", "needs.form.title", need.title());
        answers.always("description", "needs.description", need.description());
        answers.given("titleEn", "needs.form.titleEn", need.titleEn());
        answers.given("nodeId", "needs.node", need.node().isEmpty() ? "" : need.chain() + " · " + need.node());
        answers.always("regionCode", "needs.region", need.region());
        answers.given("function", "needs.function", label(need.function()));
        answers.given("quantity", "needs.quantity", measure(need.quantity(), need.quantityUnit()));
        answers.given("siteArea", "needs.siteArea", measure(need.siteArea(), "㎡"));
        answers.given("floorHeight", "needs.floorHeight", measure(need.floorHeight(), "m"));
        answers.given("floorLoad", "needs.floorLoad", measure(need.floorLoad(), "t/㎡"));
        answers.given("power", "needs.power", measure(need.power(), "kVA"));
        answers.given("tenure", "needs.tenure", label(need.tenure()));
        answers.given("policyNumber", "needs.policyNumber", need.policyNumber());
        answers.given("policyValidUntil", "needs.policyValidUntil", text(need.policyValidUntil()));
        answers.given("amountWan", "needs.amount", money(need.amount()));
        answers.always("expiresOn", "needs.expiresOn", text(need.expiresOn()));
        answers.always(
                "anonymous",
                "needs.form.naming",
                choices.text(need.anonymous() ? "needs.form.naming.hidden" : "needs.form.naming.shown"));
        return answers.list;
    }

    private String subject(NeedPage need) {
        return choices.label(need.subject()) + (need.resource() == null ? "" : " · " + choices.label(need.resource()));
    }

    private String label(@Nullable Enum<?> value) {
        return value == null ? "" : choices.label(value);
    }

    private String money(@Nullable Money amount) {
        if (amount == null) return "";
        return amount.readsInYi()
                ? choices.text("web.yi", amount.yi().toPlainString())
                : choices.text("web.wan", amount.wan().toPlainString());
    }

    private static String measure(@Nullable BigDecimal number, String unit) {
        return number == null ? "" : number.toPlainString() + " " + unit;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Collects them in the order of the pages. */
    @RequiredArgsConstructor
    private class Answers {
        private final List<Answer> list = new ArrayList<>();
        private final Set<String> missing;

        /** Also where it is empty. */
        void always(String field, String label, String value) {
            list.add(new Answer(choices.text(label), value, NeedStep.with(field), missing.contains(field)));
        }

        /** Only where it is filled in, or missing. */
        void given(String field, String label, String value) {
            if (!value.isEmpty() || missing.contains(field)) always(field, label, value);
        }
    }
}
