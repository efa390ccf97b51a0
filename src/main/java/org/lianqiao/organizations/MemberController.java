package org.lianqiao.organizations;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 会员单位, from the association's side and from the member's. */
@Controller
@RequiredArgsConstructor
class MemberController {
    private final AssociationMembers members;

    @GetMapping("/members")
    String list(@RequestParam(defaultValue = "") String q, Paging paging, Viewer association, Model model) {
        model.addAttribute("page", members.of(association, paging));
        model.addAttribute("q", q);
        model.addAttribute("candidates", members.candidates(q, association));
        return "organizations/members";
    }

    @PostMapping("/members")
    String invite(@RequestParam(defaultValue = "") String member, Viewer association, RedirectAttributes after) {
        var id = Lenient.id(member);
        if (id == null) throw new NotFound();
        try {
            members.invite(id, association);
            after.addFlashAttribute("flash", "organizations.member.sent");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/members";
    }

    @PostMapping("/members/{id}/endings")
    String putOut(@PathVariable UUID id, Viewer association, RedirectAttributes after) {
        members.end(id, association);
        after.addFlashAttribute("flash", "organizations.member.done.ended");
        return "redirect:/members";
    }

    @PostMapping("/organization/associations/{id}/agreements")
    String agree(@PathVariable UUID id, Viewer manager, RedirectAttributes after) {
        members.agree(id, manager);
        after.addFlashAttribute("flash", "organizations.member.done.agreed");
        return "redirect:/organization";
    }

    @PostMapping("/organization/associations/{id}/endings")
    String leave(@PathVariable UUID id, Viewer manager, RedirectAttributes after) {
        members.end(id, manager);
        after.addFlashAttribute("flash", "organizations.member.done.ended");
        return "redirect:/organization";
    }
}
