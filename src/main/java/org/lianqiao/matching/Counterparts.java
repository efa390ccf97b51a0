package org.lianqiao.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.needs.NeedSubject;
import org.lianqiao.needs.Tenure;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;

/**
 * Sites, capital and resources: the need of one side beside the offers of the other. What is too small, too low or not
 * to be had in the wanted way is set aside, and the page says by how much.
 */
@Component
@RequiredArgsConstructor
class Counterparts {
    private static final int MOST = 50;

    private final SoughtNeeds needs;
    private final CounterpartFeedback feedback;
    private final Catalogue catalogue;
    private final Choices choices;

    /**
     * @param reasons what speaks for it
     * @param against what excludes it
     * @param mine whether the reader's own organisation called it unsuitable
     */
    record Fit(Sought need, String region, List<String> reasons, List<String> against, boolean mine) {
        public boolean fits() {
            return against.isEmpty();
        }
    }

    /** The fitting first, those that meet most before; then those that do not fit. */
    List<Fit> of(Sought need, Viewer viewer) {
        var others = needs.counterparts(need, viewer, MOST);
        var words = others.isEmpty() ? Map.<UUID, CounterpartFeedback.Word>of() : feedback.of(need, viewer);
        return others.stream()
                .map(other -> judged(compare(need, other), words.get(other.id()), viewer))
                .sorted(Comparator.comparing((Fit f) -> !f.fits()).thenComparing(f -> -f.reasons.size()))
                .toList();
    }

    private Fit judged(Fit fit, CounterpartFeedback.@Nullable Word word, Viewer viewer) {
        if (word == null) return fit;
        var against = new ArrayList<>(fit.against);
        against.add(inWords(word, viewer));
        return new Fit(fit.need, fit.region, fit.reasons, against, word.mine());
    }

    /** The owner's reason is told to offices, and to nobody else. */
    private String inWords(CounterpartFeedback.Word word, Viewer viewer) {
        boolean staff = viewer.kind() != null && viewer.kind().isGovernment();
        if (!word.mine() && !staff) return choices.text("matching.excluded.owner");
        var reason = choices.label(word.reason());
        return choices.text(
                word.mine() ? "matching.excluded.mine" : "matching.excluded.owner.because",
                word.note().isEmpty() ? reason : reason + choices.text("matching.colon") + word.note());
    }

    /** @param other what is shown, beside what the reader's side has */
    Fit compare(Sought need, Sought other) {
        var seek = need.isSought() ? need : other;
        var offer = need.isSought() ? other : need;
        var reasons = new ArrayList<String>();
        var against = new ArrayList<String>();
        if (seek.subject() == NeedSubject.SITE) {
            measure("area", seek.siteAreaSqm(), offer.siteAreaSqm(), reasons, against);
            measure("height", seek.floorHeightM(), offer.floorHeightM(), reasons, against);
            measure("load", seek.floorLoadT(), offer.floorLoadT(), reasons, against);
            measure("power", seek.powerKva(), offer.powerKva(), reasons, against);
            tenure(seek.tenure(), offer.tenure(), reasons, against);
        } else
            reasons.add(choices.text(
                    "matching.site.kind",
                    choices.label(offer.resource() == null ? offer.subject() : offer.resource())));
        around(seek, offer, reasons);
        return new Fit(other, catalogue.regionName(other.regionCode()), reasons, against, false);
    }

    private void around(Sought seek, Sought offer, List<String> reasons) {
        if (seek.regionCode() != null && seek.regionCode().equals(offer.regionCode()))
            reasons.add(choices.text("matching.site.region", catalogue.regionName(offer.regionCode())));
        if (seek.function() != null && seek.function() == offer.function())
            reasons.add(choices.text("matching.site.function", choices.label(offer.function())));
        if (seek.nodeId() != null && seek.nodeId().equals(offer.nodeId()))
            reasons.add(choices.text("matching.site.node", catalogue.nodeName(seek.nodeId())));
        else if (seek.chainId() != null && seek.chainId().equals(offer.chainId()))
            reasons.add(choices.text("matching.site.chain", catalogue.chainName(seek.chainId())));
    }

    private void measure(
            String what,
            @Nullable BigDecimal wanted,
            @Nullable BigDecimal there,
            List<String> reasons,
            List<String> against) {
        if (wanted == null || there == null) return;
        boolean enough = there.compareTo(wanted) >= 0;
        var key = "matching.site." + what + (enough ? "" : ".short");
        (enough ? reasons : against).add(choices.text(key, number(there), number(wanted)));
    }

    private void tenure(@Nullable Tenure wanted, @Nullable Tenure there, List<String> reasons, List<String> against) {
        if (wanted == null || there == null) return;
        boolean same = wanted == there || wanted == Tenure.EITHER || there == Tenure.EITHER;
        if (same) reasons.add(choices.text("matching.site.tenure", choices.label(there)));
        else against.add(choices.text("matching.site.tenure.other", choices.label(there), choices.label(wanted)));
    }

    private static String number(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }
}
