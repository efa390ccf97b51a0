package org.lianqiao.needs;

import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the form offer to choose from. */
@Component
@RequiredArgsConstructor
class NeedFormModel {
    private final Catalogue catalogue;
    private final Choices choices;

    void fill(Model model) {
        model.addAttribute("kinds", choices.of(NeedKind.class));
        model.addAttribute("directions", choices.of(NeedDirection.class));
        model.addAttribute("subjects", choices.of(NeedSubject.class));
        model.addAttribute("resources", choices.of(ResourceKind.class));
        model.addAttribute("functions", choices.of(SiteFunction.class));
        model.addAttribute("tenures", choices.of(Tenure.class));
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("regions", catalogue.regions());
    }
}
