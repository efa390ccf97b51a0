package org.lianqiao.search;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One box over everything that the reader may see. */
@Controller
@RequiredArgsConstructor
class SearchController {
    private final SearchQueries queries;
    private final Places places;
    private final Choices choices;

    @GetMapping("/search")
    String search(SearchFilter filter, Paging paging, Viewer viewer, Model model) {
        var asked = queries.understand(filter);
        var found = queries.find(filter, asked, viewer, paging);
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("found", found);
        model.addAttribute("page", found.page());
        model.addAttribute("chips", chips(filter));
        return "search/index";
    }

    /** The list under the box, while one types. */
    @GetMapping("/search/suggestions")
    String suggest(SearchFilter filter, Viewer viewer, Model model) {
        var asked = queries.understand(filter);
        model.addAttribute("asked", asked);
        model.addAttribute("suggestions", queries.suggest(asked, viewer));
        return "search/parts :: suggestions";
    }

    private List<Chip> chips(SearchFilter filter) {
        var chips = new ArrayList<Chip>();
        var kind = filter.kindOf();
        if (kind != null) chips.add(new Chip("kind", choices.text("search.kind"), choices.label(kind)));
        if (filter.regionOf() != null)
            chips.add(new Chip("region", choices.text("search.region"), places.regionName(filter.regionOf())));
        if (filter.chainOf() != null)
            chips.add(new Chip("chain", choices.text("search.chain"), places.chainName(filter.chainOf())));
        return chips;
    }
}
