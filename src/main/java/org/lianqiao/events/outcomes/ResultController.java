package org.lianqiao.events.outcomes;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came of an event, for its hosts. */
@Controller
@RequiredArgsConstructor
class ResultController {
    private final EventFinder finder;
    private final ResultPages pages;

    @GetMapping("/events/{id}/results")
    String show(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("event", finder.hosted(id, officer));
        model.addAttribute("results", pages.of(id));
        return "events/results";
    }
}
