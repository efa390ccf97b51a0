package org.lianqiao.cockpit;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@RequiredArgsConstructor
class HomeController {
    private final Home home;

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("home", home.page());
        return "cockpit/home";
    }
}
