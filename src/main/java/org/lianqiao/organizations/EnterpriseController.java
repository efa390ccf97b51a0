package org.lianqiao.organizations;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 企业名录: the enterprises that an office knows of, by chain, node and region. */
@Controller
@RequiredArgsConstructor
class EnterpriseController {
    private final EnterpriseQueries queries;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping("/organizations")
    String list(EnterpriseFilter filter, Paging paging, Viewer viewer, Model model) {
        viewer.require(Known.isStaff(viewer));
        var listed = queries.list(filter, viewer, paging);
        model.addAttribute("list", listed);
        model.addAttribute("page", listed.page());
        model.addAttribute("chips", chips(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("catalogue", catalogue);
        model.addAttribute("chains", catalogue.chains());
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("regions", catalogue.regions());
        return "organizations/index";
    }

    private List<Chip> chips(EnterpriseFilter filter) {
        var chips = new ArrayList<Chip>();
        add(chips, "chain", "organizations.list.chain", catalogue.chainName(filter.chainOf()));
        add(chips, "node", "organizations.list.node", catalogue.nodeName(filter.nodeOf()));
        add(chips, "region", "organizations.list.region", catalogue.regionName(filter.regionOf()));
        var size = filter.sizeOf();
        if (size != null) add(chips, "size", "organizations.list.size", choices.label(size));
        if ("yes".equals(filter.registered()))
            add(chips, "registered", "organizations.list.state", choices.text("organizations.registered"));
        if ("no".equals(filter.registered()))
            add(chips, "registered", "organizations.list.state", choices.text("organizations.known"));
        if (Lenient.pattern(filter.q()) != null)
            add(chips, "q", "organizations.list.words", String.valueOf(filter.q()));
        return chips;
    }

    private void add(List<Chip> chips, String name, String key, String value) {
        if (!value.isEmpty()) chips.add(new Chip(name, choices.text(key), value));
    }
}
