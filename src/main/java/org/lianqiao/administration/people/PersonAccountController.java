package org.lianqiao.administration.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Directory;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts and roles, for the security administrator. */
@Controller
@RequestMapping("/administration/accounts")
@RequiredArgsConstructor
class PersonAccountController {
    private static final int LONGEST_REASON = 200;

    private final AccountPages pages;
    private final AccountChanges changes;
    private final Directory directory;
    private final Choices choices;

    @GetMapping
    String list(AccountFilter filter, Paging paging, Viewer administrator, Model model) {
        require(administrator);
        model.addAttribute("filter", filter);
        model.addAttribute("page", pages.find(filter, paging));
        model.addAttribute("statuses", choices.of(AccountStatus.class));
        model.addAttribute("roles", choices.of(Role.class));
        model.addAttribute("chips", chips(filter));
        return "administration/accounts";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        return page(pages.find(id, true).orElseThrow(NotFound::new), false, administrator, model);
    }

    @PostMapping("/{id}/reveals")
    String reveal(@PathVariable UUID id, Viewer administrator, Model model) {
        require(administrator);
        return page(changes.reveal(id, administrator), true, administrator, model);
    }

    @PostMapping("/{id}/memberships/{membership}/roles")
    String roles(
            @PathVariable UUID id,
            @PathVariable UUID membership,
            @RequestParam(name = "role", required = false) @Nullable List<String> typed,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        var chosen = chosen(typed);
        try {
            changes.setRoles(id, membership, chosen, administrator);
        } catch (Refused refused) {
            model.addAttribute("refused", refused.getKey());
            model.addAttribute("refusedAt", membership);
            model.addAttribute("typed", chosen);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, administrator, model);
        }
        after.addFlashAttribute("flash", "administration.account.roles.saved");
        return "redirect:/administration/accounts/" + id;
    }

    @PostMapping("/{id}/memberships/{membership}/departures")
    String leave(@PathVariable UUID id, @PathVariable UUID membership, Viewer administrator, RedirectAttributes after) {
        return done(id, after, "administration.account.left", () -> changes.leave(id, membership, administrator));
    }

    @PostMapping("/{id}/suspensions")
    String suspend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer administrator,
            RedirectAttributes after) {
        return done(
                id, after, "administration.account.suspended", () -> changes.suspend(id, cut(reason), administrator));
    }

    @PostMapping("/{id}/reactivations")
    String reactivate(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        return done(id, after, "administration.account.reactivated", () -> changes.reactivate(id, administrator));
    }

    @PostMapping("/{id}/endings")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Viewer administrator,
            RedirectAttributes after) {
        return done(id, after, "administration.account.ended", () -> changes.end(id, cut(reason), administrator));
    }

    @PostMapping("/{id}/unlockings")
    String unlock(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        return done(id, after, "administration.account.unlocked", () -> changes.unlock(id, administrator));
    }

    @PostMapping("/{id}/sign-outs")
    String signOut(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        return done(id, after, "administration.account.signedOut", () -> changes.signOut(id, administrator));
    }

    private String page(AccountPages.Page account, boolean revealed, Viewer administrator, Model model) {
        model.addAttribute("a", account);
        model.addAttribute("revealed", revealed);
        model.addAttribute("own", account.id().equals(administrator.account()));
        return "administration/account";
    }

    private static String done(UUID id, RedirectAttributes after, String flash, Runnable use) {
        try {
            use.run();
            after.addFlashAttribute("flash", flash);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/administration/accounts/" + id;
    }

    private static Set<Role> chosen(@Nullable List<String> typed) {
        var roles = EnumSet.noneOf(Role.class);
        if (typed != null)
            typed.stream()
                    .map(name -> Lenient.value(Role.class, name))
                    .filter(Objects::nonNull)
                    .forEach(roles::add);
        return roles;
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private List<Chip> chips(AccountFilter filter) {
        var chips = new ArrayList<Chip>();
        var status = filter.statusOf();
        if (status != null) chips.add(new Chip("status", choices.text("administration.state"), choices.label(status)));
        var role = filter.roleOf();
        if (role != null) chips.add(new Chip("role", choices.text("administration.account.role"), choices.label(role)));
        if (filter.organizationOf() != null)
            chips.add(new Chip(
                    "organization",
                    choices.text("administration.organizations"),
                    directory.name(filter.organizationOf())));
        if (Lenient.pattern(filter.q()) != null)
            chips.add(new Chip("q", choices.text("administration.words"), String.valueOf(filter.q())));
        return chips;
    }

    static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SECURITY_ADMIN));
    }
}
