package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the holder decides about a prospect beside its way, and its papers. */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class ProspectController {
    private final Prospects prospects;
    private final Answers answers;

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> paper(@PathVariable UUID id, @PathVariable UUID file, Viewer viewer) {
        return prospects.paper(id, file, viewer);
    }

    @PostMapping("/sharing")
    String share(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sharing,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answers.of(
                id,
                "share",
                Seat::leads,
                () -> prospects.share(id, chosen(Sharing.class, sharing), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/attention")
    String attend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String attention,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        return answers.of(
                id,
                "attend",
                Seat::leads,
                () -> prospects.attend(id, chosen(Attention.class, attention), officer),
                officer,
                model,
                response,
                after);
    }

    @PostMapping("/projects")
    String toProject(
            @PathVariable UUID id,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var project = new UUID[1];
        var view = answers.of(
                id,
                "project",
                Seat::leads,
                () -> project[0] = prospects.toProject(id, officer),
                officer,
                model,
                response,
                after);
        return project[0] == null ? view : "redirect:/projects/" + project[0];
    }

    private static <E extends Enum<E>> E chosen(Class<E> type, String typed) {
        var value = Lenient.value(type, typed);
        if (value == null) throw new Refused("prospects.required.choice");
        return value;
    }
}
