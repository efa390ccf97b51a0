package org.lianqiao.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    /** What led here: visitors get no session, so that the address says it. */
    private static final Set<String> DONE = Set.of("joined", "reset", "left", "ended");

    @GetMapping("/sign-in")
    String form(
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer,
            Model model) {
        if (viewer.isSignedIn()) return "redirect:/desk";
        model.addAttribute("failed", failed != null);
        if (DONE.contains(done)) model.addAttribute("done", "accounts.signIn.done." + done);
        return "accounts/sign-in";
    }
}
