package org.lianqiao.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** Needs that wait for a reviewer: one by one, or several approved at once. */
@Controller
@RequestMapping("/reviews/needs")
@RequiredArgsConstructor
class NeedReviewController {
    /** 公平竞争审查条例 art. 10: no reward may be tied to tax paid. */
    private static final Pattern TAX_REWARD = Pattern.compile("返税|退税|税收返还|税收奖励|税收留存|按纳税|纳税额.{0,6}奖");

    /** Contact data stand in no public text. */
    private static final Pattern CONTACT = Pattern.compile("1[3-9][0-9]{9}|[\\w.]+@[\\w.]+|微信号|[Vv]信");

    private static final int MOST_AT_ONCE = 50;

    private final Needs needs;
    private final NeedQueries queries;
    private final NeedPages pages;
    private final Choices choices;

    @GetMapping
    String queue(Paging paging, Viewer reviewer, Model model) {
        requireReviewer(reviewer);
        model.addAttribute("page", queries.waiting(reviewer, needs.late(), paging));
        return "needs/queue";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer reviewer, Model model) {
        requireReviewer(reviewer);
        var need = pages.waiting(id, reviewer, needs.late()).orElseThrow(NotFound::new);
        model.addAttribute("need", need);
        model.addAttribute("warnings", warnings(need));
        return "needs/review";
    }

    @PostMapping("/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            Viewer reviewer,
            RedirectAttributes after) {
        requireReviewer(reviewer);
        try {
            needs.decide(id, verdict, reason.length() > 300 ? reason.substring(0, 300) : reason, reviewer);
            after.addFlashAttribute("flash", "needs.review.done." + verdict);
            return "redirect:/reviews/needs";
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            after.addFlashAttribute("verdict", verdict.name());
            return "redirect:/reviews/needs/" + id;
        }
    }

    /** Approves those chosen, each by itself: one that fails holds no other up. */
    @PostMapping("/approvals")
    String approve(
            @RequestParam(required = false) @Nullable List<String> id, Viewer reviewer, RedirectAttributes after) {
        requireReviewer(reviewer);
        var results = new ArrayList<String>();
        for (var one :
                id == null ? List.<String>of() : id.stream().limit(MOST_AT_ONCE).toList()) {
            var need = Lenient.id(one);
            if (need != null) results.add(approved(need, reviewer));
        }
        after.addFlashAttribute("results", results);
        return "redirect:/reviews/needs";
    }

    private String approved(UUID id, Viewer reviewer) {
        var need = pages.waiting(id, reviewer, needs.late());
        if (need.isEmpty()) return choices.text("needs.review.gone");
        if (!warnings(need.get()).isEmpty())
            return choices.text("needs.review.lookFirst", need.get().title());
        try {
            needs.decide(id, Verdict.APPROVE, "", reviewer);
            return choices.text("needs.review.approved", need.get().title());
        } catch (Refused | NotFound e) {
            return choices.text("needs.review.gone");
        }
    }

    /** What a machine can see: keys of the bundles. */
    private static List<String> warnings(NeedPage need) {
        var text = need.title() + "\n" + need.titleEn() + "\n" + need.description();
        var warnings = new ArrayList<String>();
        if (TAX_REWARD.matcher(text).find()) warnings.add("needs.review.taxReward");
        if (CONTACT.matcher(text).find()) warnings.add("needs.review.contact");
        return warnings;
    }

    private static void requireReviewer(Viewer viewer) {
        viewer.require(viewer.has(Role.REVIEWER) || viewer.has(Role.REVIEW_ADMIN));
    }
}
