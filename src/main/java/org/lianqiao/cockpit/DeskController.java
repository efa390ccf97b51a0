package org.lianqiao.cockpit;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 工作台: the first page after signing in. */
@Controller
@RequiredArgsConstructor
class DeskController {
    private final Desk desk;

    @GetMapping("/desk")
    String desk(Viewer viewer, Model model) {
        boolean acts = viewer.organizationId() != null;
        model.addAttribute("waiting", acts ? desk.waiting(viewer) : java.util.List.of());
        model.addAttribute("started", acts ? desk.started(viewer) : java.util.List.of());
        return "cockpit/desk";
    }
}
