package org.lianqiao.accounts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.files.StoredFiles;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/reviews")
@RequiredArgsConstructor
class RegistrationReviewController {
    private static final int MOST_AT_ONCE = 50;

    private final RegistrationReviews reviews;
    private final Registrations registrations;
    private final Catalogue catalogue;
    private final StoredFiles files;
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
        var r = reviews.find(id, reviewer).orElseThrow(NotFound::new);
        model.addAttribute("r", r);
        model.addAttribute("region", catalogue.regionName(r.regionCode()));
        model.addAttribute(
                "nodes", r.nodeIds().stream().map(catalogue::nodeName).toList());
        model.addAttribute("file", files.find(r.licenceFileId()).orElse(null));
        model.addAttribute("warnings", reviews.warnings(r));
        model.addAttribute("nameless", reviews.nameless(r).orElse(null));
        model.addAttribute("history", registrations.history(id));
        return "accounts/review";
    }

    /** The licence, for the reviewer of this registration only. */
    @GetMapping("/registrations/{id}/licence")
    ResponseEntity<Resource> licence(@PathVariable UUID id, Viewer reviewer) {
        requireReviewer(reviewer);
        return files.download(
                reviews.find(id, reviewer).orElseThrow(NotFound::new).licenceFileId());
    }

    @PostMapping("/registrations/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam RegistrationReviews.Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sameAs,
            Viewer reviewer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireReviewer(reviewer);
        try {
            reviews.decide(id, verdict, reason.length() > 300 ? reason.substring(0, 300) : reason, sameAs, reviewer);
            after.addFlashAttribute("flash", "accounts.review.done." + verdict);
            return "redirect:/reviews/registrations";
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
            model.addAttribute("reason", reason);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, reviewer, model);
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
            reviews.decide(id, RegistrationReviews.Verdict.APPROVED, "", false, reviewer);
            return choices.text("accounts.review.approvedOne", form.get().name());
        } catch (Refused refused) {
            return choices.text("accounts.review.failed", form.get().name(), choices.text(refused.getKey()));
        } catch (NotFound e) {
            return choices.text("accounts.review.gone");
        }
    }

    private static void requireReviewer(Viewer viewer) {
        viewer.require(viewer.has(Role.REVIEWER) || viewer.has(Role.REVIEW_ADMIN));
    }
}
