package org.lianqiao.search;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The state of the index, and its rebuilding, for the system administrator. */
@Controller
@RequestMapping("/administration/search")
@RequiredArgsConstructor
class UpkeepController {
    private final Upkeep upkeep;
    private final Runs runs;
    private final IndexHome home;
    private final ApplicationEventPublisher events;

    @GetMapping
    String show(Viewer viewer, Model model) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
        fill(model);
        return "search/upkeep";
    }

    /** What changes while a run goes on. */
    @GetMapping("/progress")
    String progress(Viewer viewer, Model model) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
        fill(model);
        return "search/upkeep :: runs";
    }

    @PostMapping("/rebuilds")
    String rebuild(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
        events.publishEvent(new Recorded(viewer, "search.rebuild", "search", null, ""));
        upkeep.begin(Runs.Reason.ASKED, viewer.account());
        return "redirect:/administration/search";
    }

    private void fill(Model model) {
        model.addAttribute("runs", runs.latest());
        model.addAttribute("entries", runs.entries());
        model.addAttribute("complete", home.isComplete());
        model.addAttribute("running", upkeep.isBusy());
    }
}
