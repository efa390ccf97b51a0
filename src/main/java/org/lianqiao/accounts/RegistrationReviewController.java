package org.lianqiao.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/reviews")
@RequiredArgsConstructor
class RegistrationReviewController {
    private static final int MOST_AT_ONCE = 50;

    private final RegistrationReviews reviews;
    private final Registrations registrations;
    private final Catalogue catalogue;
    private final Choices choices;

    @GetMapping
    String start(Viewer reviewer) {
        requireReviewer(reviewer);
        return "redirect:/reviews/registrations";
    }

    @GetMapping("/registrations")
    String queue(Paging paging, Viewer reviewer, Model model) {
        requireReviewer(reviewer);
        model.addAttribute("page", reviews.waiting(reviewer, paging));
        return "accounts/review-queue";
    }

    @GetMapping("/registrations/{id}")
    String show(@PathVariable UUID id, Viewer reviewer, Model model) {
        requireReviewer(reviewer);
        var form = reviews.find(id, reviewer).orElseThrow(NotFound::new);
        model.addAttribute("id", id);
        model.addAttribute("r", form);
        model.addAttribute("region", catalogue.regionName(form.regionCode()));
        model.addAttribute(
                "nodes",
                form.nodeIds() == null
                        ? ""
                        : String.join(
                                "、",
                                form.nodeIds().stream().map(catalogue::nodeName).toList()));
        model.addAttribute("warnings", reviews.warnings(form));
        model.addAttribute("history", registrations.history(id));
        return "accounts/review";
    }

    @PostMapping("/registrations/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam RegistrationReviews.Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            Viewer reviewer,
            RedirectAttributes after) {
        requireReviewer(reviewer);
        try {
            reviews.decide(id, verdict, reason.length() > 300 ? reason.substring(0, 300) : reason, reviewer);
            after.addFlashAttribute("flash", "accounts.review.done." + verdict);
            return "redirect:/reviews/registrations";
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:/reviews/registrations/" + id;
        }
    }

    /** Approves those chosen, each by itself; what the checks warn of is looked at one by one. */
    @PostMapping("/registrations/approvals")
    String approve(
            @RequestParam(required = false) @Nullable List<String> id, Viewer reviewer, RedirectAttributes after) {
        requireReviewer(reviewer);
        var results = new ArrayList<String>();
        for (var one :
                id == null ? List.<String>of() : id.stream().limit(MOST_AT_ONCE).toList()) {
            var registration = Lenient.id(one);
            if (registration != null) results.add(approved(registration, reviewer));
        }
        after.addFlashAttribute("results", results);
        return "redirect:/reviews/registrations";
    }

    private String approved(UUID id, Viewer reviewer) {
        var form = reviews.find(id, reviewer);
        if (form.isEmpty()) return choices.text("accounts.review.gone");
        if (!reviews.warnings(form.get()).isEmpty())
            return choices.text("accounts.review.lookFirst", form.get().name());
        try {
            reviews.decide(id, RegistrationReviews.Verdict.APPROVED, "", reviewer);
            return choices.text("accounts.review.approvedOne", form.get().name());
        } catch (Refused | NotFound e) {
            return choices.text("accounts.review.gone");
        }
    }

    private static void requireReviewer(Viewer viewer) {
        viewer.require(viewer.has(Role.REVIEWER) || viewer.has(Role.REVIEW_ADMIN));
    }
}
