package org.lianqiao.organizations;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 本单位: the own organisation's page, changed by its managers; and the pages of others whom one may see. */
@Controller
@RequiredArgsConstructor
class ProfileController {
    private final Profiles profiles;
    private final AssociationMembers members;
    private final Catalogue catalogue;
    private final Choices choices;
    private final StoredFiles files;

    @GetMapping("/organization")
    String own(Viewer viewer, Model model) {
        var profile = own(viewer);
        model.addAttribute("p", profile);
        model.addAttribute("file", files.find(profile.licenceFileId()).orElse(null));
        model.addAttribute("manages", viewer.has(Role.MANAGER));
        model.addAttribute("associations", members.associationsOf(viewer));
        return "organizations/own";
    }

    @GetMapping("/organizations/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        model.addAttribute("p", profiles.find(id, viewer).orElseThrow(NotFound::new));
        model.addAttribute("offers", profiles.offers(id));
        return "organizations/show";
    }

    /** The own licence; the reviewer's way to it is the registration. */
    @GetMapping("/organization/licence")
    ResponseEntity<Resource> licence(Viewer viewer) {
        return files.download(own(viewer).licenceFileId());
    }

    @GetMapping("/organization/edit")
    String edit(Viewer manager, Model model) {
        var profile = own(manager);
        manager.require(manager.has(Role.MANAGER));
        model.addAttribute("form", ProfileForm.of(profile));
        return form(profile.nodeIds(), model);
    }

    @PostMapping("/organization/edit")
    String save(
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            Viewer manager,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        manager.require(manager.isMember() && manager.has(Role.MANAGER));
        if (Forms.saved(
                errors,
                response,
                () -> profiles.edit(form, manager),
                () -> model.addAttribute("theirs", own(manager)))) {
            after.addFlashAttribute("flash", "organizations.saved");
            return "redirect:/organization";
        }
        return form(form.nodeIds(), model);
    }

    private Profile own(Viewer viewer) {
        viewer.require(viewer.isMember());
        return profiles.find(viewer.organization(), viewer).orElseThrow(NotFound::new);
    }

    private String form(@Nullable List<UUID> nodes, Model model) {
        model.addAttribute("picks", NodePicks.of(catalogue, nodes));
        model.addAttribute("regions", catalogue.regions());
        model.addAttribute("industries", catalogue.industries());
        model.addAttribute("sizes", choices.of(OrganizationSize.class));
        return "organizations/edit";
    }
}
