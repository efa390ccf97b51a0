package org.lianqiao.projects;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Filters of the library kept under a name. */
@Controller
@RequiredArgsConstructor
class LibraryViewController {
    private final SavedViews views;

    @PostMapping("/projects/views")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") String shared,
            Viewer officer,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        try {
            views.keep(name, SavedViews.Surface.PROJECTS, query, shared.equals("true"), officer);
            after.addFlashAttribute("flash", "projects.flash.view");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:" + SavedViews.Surface.PROJECTS.address(SavedViews.plain(query));
    }

    @PostMapping("/projects/views/{view}/removal")
    String remove(@PathVariable UUID view, Viewer officer, RedirectAttributes after) {
        officer.require(officer.isOfficer());
        views.remove(view, officer);
        after.addFlashAttribute("flash", "projects.flash.viewRemoved");
        return "redirect:/projects";
    }
}
