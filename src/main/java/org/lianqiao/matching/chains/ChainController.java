package org.lianqiao.matching.chains;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The chains, and each from upstream to downstream: who is there, what is open, what is missing. */
@Controller
@RequiredArgsConstructor
class ChainController {
    private final ChainMaps maps;

    @GetMapping("/chains")
    String list(Viewer viewer, Model model) {
        model.addAttribute("chains", maps.strips(viewer));
        return "chains/index";
    }

    @GetMapping("/chains/{code}")
    String show(@PathVariable String code, Viewer viewer, Model model) {
        model.addAttribute("map", maps.map(code, viewer).orElseThrow(NotFound::new));
        model.addAttribute("author", viewer.isMember() || viewer.isOfficer());
        return "chains/show";
    }
}
