package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请加入该单位: the door of an organisation that is registered already, found by its code. */
@Controller
@RequestMapping("/register/join")
@RequiredArgsConstructor
class JoinController {
    private final Joining joining;

    @GetMapping
    String form(@RequestParam(defaultValue = "") String uscc, Model model) {
        model.addAttribute("form", new JoinForm("", "", "", "", false));
        return page(uscc, model);
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String uscc,
            @Valid @ModelAttribute("form") JoinForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        String[] token = new String[1];
        if (Forms.accepted(errors, () -> token[0] = joining.ask(uscc, form)))
            return "redirect:/register/join/" + token[0];
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(uscc, model);
    }

    @GetMapping("/{token}")
    String status(@PathVariable String token, Model model) {
        model.addAttribute("request", joining.find(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "accounts/joining";
    }

    @PostMapping("/{token}")
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        if (joining.confirm(token, code)) return "redirect:/register/join/" + token;
        model.addAttribute("refused", "accounts.code.wrong");
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return status(token, model);
    }

    @PostMapping("/{token}/codes")
    String again(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            joining.sendAgain(token);
            return "redirect:/register/join/" + token;
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return status(token, model);
        }
    }

    private String page(String uscc, Model model) {
        model.addAttribute("door", joining.door(uscc).orElseThrow(NotFound::new));
        model.addAttribute("uscc", uscc);
        return "accounts/join";
    }
}
