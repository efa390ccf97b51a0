package org.lianqiao.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 个人信息请求 of the signed-in person: asked here, followed here. */
@Controller
@RequestMapping("/personal-data-requests")
@RequiredArgsConstructor
class PersonalDataController {
    private final PersonalDataRequests requests;
    private final PersonalDataPages pages;
    private final Choices choices;

    @GetMapping
    String own(Paging paging, Viewer person, Model model) {
        model.addAttribute("page", pages.own(person, paging));
        return "audit/my-requests";
    }

    @GetMapping("/new")
    String begin(Viewer person, Model model) {
        model.addAttribute("form", PersonalDataForm.empty());
        return form(model);
    }

    @PostMapping
    String ask(
            @Valid @ModelAttribute("form") PersonalDataForm form,
            BindingResult errors,
            Viewer person,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        String[] number = new String[1];
        LocalDate due = requests.due();
        if (Forms.accepted(errors, () -> number[0] = requests.ask(form, person))) {
            after.addFlashAttribute("flash", "audit.request.received");
            after.addFlashAttribute("flashArgs", new Object[] {number[0], due.toString()});
            return "redirect:/personal-data-requests";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(model);
    }

    private String form(Model model) {
        model.addAttribute("kinds", choices.of(PersonalDataKind.class));
        model.addAttribute("noted", false);
        model.addAttribute("due", requests.due());
        return "audit/request-form";
    }
}
