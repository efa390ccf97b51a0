package org.lianqiao.cockpit;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequiredArgsConstructor
class HomeController {
    private final Home home;

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("home", home.page());
        return "cockpit/home";
    }

    /** What people look for first are needs. */
    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, RedirectAttributes to) {
        if (!q.isBlank()) to.addAttribute("q", q.strip());
        return "redirect:/needs";
    }
}
