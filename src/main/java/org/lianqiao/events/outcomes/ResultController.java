package org.lianqiao.events.outcomes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final Feedback feedback;
    private final ResultExport export;

    @GetMapping("/events/{id}/results")
    String show(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("event", finder.hosted(id, officer));
        model.addAttribute("results", pages.of(id));
        model.addAttribute("feedback", feedback.of(id));
        return "events/results";
    }

    @GetMapping("/events/{id}/results/export")
    void export(@PathVariable UUID id, Viewer officer, HttpServletResponse response) throws IOException {
        var event = finder.hosted(id, officer);
        var results = pages.of(id);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + event.number() + "-results.xlsx\"");
        export.write(event, results, response.getOutputStream());
    }
}
