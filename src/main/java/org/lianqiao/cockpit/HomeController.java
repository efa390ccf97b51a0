package org.lianqiao.cockpit;

import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@RequiredArgsConstructor
class HomeController {
    private static final int ANSWER_DAYS = 3;

    private final Home home;
    private final Settings settings;

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("home", home.page());
        model.addAttribute("answerDays", settings.number("intents.answer-days", ANSWER_DAYS));
        return "cockpit/home";
    }
}
