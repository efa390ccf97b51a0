package org.lianqiao.projects.shares;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.projects.Dossier;
import org.lianqiao.projects.Dossiers;
import org.lianqiao.projects.FairCompetition;
import org.lianqiao.shared.EditedMeanwhile;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 统计占比 of one measure: enter what was agreed. */
@Controller
@RequestMapping("/projects/{id}/shares/{measure}")
@RequiredArgsConstructor
class ShareController {
    private final Shares shares;
    private final ShareQueries queries;
    private final Dossiers dossiers;

    @GetMapping
    String edit(@PathVariable UUID id, @PathVariable String measure, Viewer officer, Model model) {
        var project = page(id, measure, officer, model);
        var saved = saved(id, measure);
        var regions = regions(project).keySet().stream().toList();
        model.addAttribute(
                "form",
                new ShareForm(
                        regions,
                        regions.stream().map(r -> percentOf(saved, r)).toList(),
                        saved == null ? "" : saved.basis(),
                        saved == null ? null : saved.version()));
        return "projects/shares";
    }

    @PostMapping
    String agree(
            @PathVariable UUID id,
            @PathVariable String measure,
            @Valid @ModelAttribute("form") ShareForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        page(id, measure, officer, model);
        try {
            if (Forms.accepted(errors, () -> shares.agree(id, Measure.valueOf(measure), form, officer))) {
                boolean suspect = FairCompetition.tiesRewardToTax(form.basis());
                after.addFlashAttribute("flash", suspect ? "shares.flash.suspect" : "shares.flash");
                return "redirect:/projects/" + id + "/counting";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (EditedMeanwhile e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", saved(id, measure));
        }
        return "projects/shares";
    }

    private @Nullable AgreedShares saved(UUID id, String measure) {
        return queries.of(id).stream()
                .filter(s -> s.measure().equals(measure))
                .findFirst()
                .orElse(null);
    }

    private static String percentOf(@Nullable AgreedShares saved, String region) {
        if (saved == null) return "";
        return saved.parts().stream()
                .filter(p -> p.regionCode().equals(region))
                .map(p -> p.percent().toPlainString())
                .findFirst()
                .orElse("");
    }

    private Dossier page(UUID id, String measure, Viewer officer, Model model) {
        var project = dossiers.forOffice(id, officer);
        if (Lenient.value(Measure.class, measure) == null || !queries.measures().contains(measure))
            throw new NotFound();
        officer.require(project.isHeldBy(officer));
        model.addAttribute("project", project);
        model.addAttribute("measure", measure);
        model.addAttribute("places", regions(project));
        return project;
    }

    /** The regions of the sites with their names, in order. */
    private static Map<String, String> regions(Dossier project) {
        var regions = new LinkedHashMap<String, String>();
        for (var home : project.homes()) regions.put(home.regionCode(), home.region());
        return regions;
    }
}
