package org.lianqiao.accounts;

import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String failed, Viewer viewer, Model model) {
        if (viewer.isSignedIn()) return "redirect:/desk";
        model.addAttribute("failed", failed != null);
        return "accounts/sign-in";
    }
}
