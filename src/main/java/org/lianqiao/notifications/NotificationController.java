package org.lianqiao.notifications;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Redirects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/notifications")
@RequiredArgsConstructor
class NotificationController {
    private final Notices notices;

    @GetMapping
    String list(Paging paging, Viewer viewer, Model model) {
        model.addAttribute("page", notices.of(viewer, paging));
        return "notifications/index";
    }

    @PostMapping("/{id}/readings")
    String open(@PathVariable UUID id, Viewer viewer) {
        var link = notices.read(id, viewer);
        if (link == null) throw new NotFound();
        return "redirect:" + (link.isEmpty() ? "/notifications" : Redirects.inside(link));
    }

    @PostMapping("/readings")
    String readAll(Viewer viewer) {
        notices.readAll(viewer);
        return "redirect:/notifications";
    }
}
