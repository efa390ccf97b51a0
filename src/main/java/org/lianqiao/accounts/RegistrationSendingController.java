package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.web.Choices;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Checks the answers, proves the contact by a code, and follows what was sent. */
@Controller
@RequestMapping("/register/{token}")
@RequiredArgsConstructor
class RegistrationSendingController {
    private final Registrations registrations;
    private final RegistrationPages pages;
    private final Catalogue catalogue;
    private final StoredFiles files;
    private final Choices choices;
    private final ReviewTime reviewTime;

    @GetMapping
    String status(@PathVariable String token, Model model) {
        var r = found(token, model);
        model.addAttribute("tasks", r.isOpen() ? pages.tasks(r) : List.of());
        model.addAttribute("history", registrations.history(r.id()));
        model.addAttribute("answerBy", answerBy(r));
        model.addAttribute("days", reviewTime.days());
        return "accounts/registration";
    }

    @GetMapping("/answers")
    String answers(@PathVariable String token, Model model) {
        var r = found(token, model);
        if (!r.isOpen()) return "redirect:/register/" + token;
        var missing = r.missing();
        if (missing.isPresent())
            return "redirect:/register/" + token + "/" + missing.get().path();
        model.addAttribute("region", catalogue.regionName(r.regionCode()));
        model.addAttribute(
                "nodes", r.nodeIds().stream().map(catalogue::nodeName).toList());
        model.addAttribute("file", files.find(r.licenceFileId()).orElse(null));
        return "accounts/register-answers";
    }

    @PostMapping("/answers")
    String send(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            return "redirect:/register/" + token + (registrations.send(token) ? "" : "/confirmation");
        } catch (Refused refused) {
            refuse(refused.getKey(), model, response);
            return answers(token, model);
        }
    }

    @GetMapping("/confirmation")
    String code(@PathVariable String token, Model model) {
        var r = found(token, model);
        if (!r.isOpen()) return "redirect:/register/" + token;
        return r.isComplete() ? "accounts/confirmation" : answers(token, model);
    }

    @PostMapping("/confirmation")
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        try {
            if (registrations.confirm(token, code.strip())) return "redirect:/register/" + token;
            refuse("accounts.code.wrong", model, response);
        } catch (Refused refused) {
            refuse(refused.getKey(), model, response);
        }
        return code(token, model);
    }

    @PostMapping("/codes")
    String again(@PathVariable String token, Model model, HttpServletResponse response) {
        try {
            registrations.send(token);
            return "redirect:/register/" + token + "/confirmation";
        } catch (Refused refused) {
            refuse(refused.getKey(), model, response);
            return code(token, model);
        }
    }

    @PostMapping("/withdrawals")
    String withdraw(@PathVariable String token) {
        registrations.withdraw(token);
        return "redirect:/register/" + token;
    }

    /** The applicant's own licence, to check what was uploaded. */
    @GetMapping("/licence/file")
    ResponseEntity<Resource> licence(@PathVariable String token) {
        var r = registrations.find(token).orElseThrow(NotFound::new);
        if (!r.isOpen()) throw new NotFound();
        return files.download(r.licenceFileId());
    }

    private Registration found(String token, Model model) {
        var r = registrations.find(token).orElseThrow(NotFound::new);
        model.addAttribute("token", token);
        model.addAttribute("r", r);
        return r;
    }

    private static void refuse(String key, Model model, HttpServletResponse response) {
        model.addAttribute("refused", key);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }

    private @Nullable LocalDate answerBy(Registration r) {
        return r.state() == Registration.State.SUBMITTED && r.submittedAt() != null
                ? reviewTime.answerBy(r.submittedAt())
                : null;
    }
}
