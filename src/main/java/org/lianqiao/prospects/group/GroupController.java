package org.lianqiao.prospects.group;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Tokens;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 产业组团: the association sends, both it and the office look on, each enterprise answers by its link. */
@Controller
@RequiredArgsConstructor
class GroupController {
    private final Groups groups;
    private final GroupQueries queries;
    private final Confirming confirming;
    private final Directory directory;
    private final StoredFiles files;

    @GetMapping("/groups")
    String list(Viewer viewer, Model model) {
        viewer.require(viewer.isOfficer() || Groups.maySend(viewer));
        model.addAttribute("groups", queries.list(viewer));
        model.addAttribute("maySend", Groups.maySend(viewer));
        return "prospects/groups";
    }

    @GetMapping("/groups/new")
    String begin(Viewer sender, Model model) {
        sender.require(Groups.maySend(sender));
        model.addAttribute("form", new GroupForm(Tokens.next(), null, "", "", "", null, null));
        return form(sender, model);
    }

    @PostMapping("/groups")
    String send(
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Viewer sender,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        sender.require(Groups.maySend(sender));
        var sent = new UUID[1];
        if (Forms.accepted(errors, () -> sent[0] = groups.send(form, sender))) {
            after.addFlashAttribute("flash", "prospects.done.group");
            return "redirect:/groups/" + sent[0];
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(sender, model);
    }

    @GetMapping("/groups/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("g", queries.find(id, viewer).orElseThrow(NotFound::new));
        return "prospects/group";
    }

    @GetMapping("/groups/{id}/file")
    ResponseEntity<Resource> file(@PathVariable UUID id, Viewer viewer) {
        return files.download(
                queries.find(id, viewer).orElseThrow(NotFound::new).file());
    }

    @GetMapping("/confirmations/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("q", confirming.find(token).orElseThrow(NotFound::new));
        model.addAttribute("token", token);
        return "prospects/confirmation";
    }

    @PostMapping("/confirmations/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String agrees,
            Model model,
            HttpServletResponse response) {
        try {
            switch (agrees) {
                case "yes" -> confirming.confirm(token);
                case "no" -> confirming.decline(token);
                default -> throw new Refused("prospects.required.choice");
            }
            return "redirect:/confirmations/" + token;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return ask(token, model);
        }
    }

    private String form(Viewer sender, Model model) {
        model.addAttribute("offices", directory.offices(sender.allianceId()));
        return "prospects/group-new";
    }
}
