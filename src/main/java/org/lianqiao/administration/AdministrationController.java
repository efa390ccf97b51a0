package org.lianqiao.administration;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.ReviewTime;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where administrators begin: each finds what the own role may do, in groups, and nothing else. */
@Controller
@RequiredArgsConstructor
class AdministrationController {
    /**
     * @param key of its name and explanation in the bundles
     * @param whose the roles that may open it
     */
    record Section(String key, String href, String icon, List<Role> whose) {
        Section(String key, String href, String icon, Role... whose) {
            this(key, href, icon, List.of(whose));
        }

        boolean isFor(Viewer administrator) {
            return whose.stream().anyMatch(administrator::has);
        }
    }

    /** @param key of its heading in the bundles */
    record Group(String key, List<Section> sections) {
        Group of(Viewer administrator) {
            return new Group(
                    key, sections.stream().filter(s -> s.isFor(administrator)).toList());
        }
    }

    private static final List<Group> GROUPS = List.of(
            group("reviews", review("registrations", "certificate"), review("needs", "list-check")),
            group(
                    "members",
                    new Section(
                            "organizations",
                            "/administration/organizations",
                            "building",
                            Role.SYSTEM_ADMIN,
                            Role.SECURITY_ADMIN,
                            Role.REVIEW_ADMIN),
                    system("organization-imports", "upload"),
                    security("accounts", "users"),
                    security("invitations", "send"),
                    new Section("requests", "/administration/personal-data-requests", "lock", Role.SECURITY_ADMIN)),
            group(
                    "places",
                    system("alliances", "arrows-exchange"),
                    system("regions", "map-pin"),
                    system("parks", "building-factory-2")),
            group(
                    "catalogue",
                    system("chains", "hierarchy-3"),
                    system("products", "folders"),
                    system("product-imports", "upload"),
                    system("synonyms", "text-size"),
                    system("project-models", "folders")),
            group(
                    "operation",
                    system("search", "search"),
                    system("ledger-rules", "clock"),
                    system("calendar", "calendar"),
                    system("settings", "settings"),
                    system("outbox", "send")));

    private final ReviewTime reviewTime;

    @GetMapping("/administration")
    String start(Viewer administrator, Model model) {
        var groups = GROUPS.stream()
                .map(g -> g.of(administrator))
                .filter(g -> !g.sections().isEmpty())
                .toList();
        administrator.require(!groups.isEmpty());
        model.addAttribute("groups", groups);
        model.addAttribute("reviewDays", reviewTime.days());
        return "administration/index";
    }

    private static Group group(String key, Section... sections) {
        return new Group(key, Stream.of(sections).toList());
    }

    private static Section system(String key, String icon) {
        return new Section(key, "/administration/" + key, icon, Role.SYSTEM_ADMIN);
    }

    private static Section security(String key, String icon) {
        return new Section(key, "/administration/" + key, icon, Role.SECURITY_ADMIN);
    }

    private static Section review(String key, String icon) {
        return new Section(key, "/reviews/" + key, icon, Role.REVIEW_ADMIN);
    }
}
