package org.lianqiao.administration;

import java.util.List;
import java.util.Map;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where administrators begin: each finds what the own role may do, and nothing else. */
@Controller
class AdministrationController {
    /** @param key of its name and explanation in the bundles */
    record Section(String key, String href, String icon) {}

    private static final Section ORGANIZATIONS =
            new Section("organizations", "/administration/organizations", "building");
    private static final Map<Role, List<Section>> SECTIONS = Map.of(
            Role.SYSTEM_ADMIN,
            List.of(
                    ORGANIZATIONS,
                    new Section("alliances", "/administration/alliances", "arrows-exchange"),
                    new Section("regions", "/administration/regions", "map-pin"),
                    new Section("parks", "/administration/parks", "building-factory-2"),
                    new Section("chains", "/administration/chains", "hierarchy-3"),
                    new Section("synonyms", "/administration/synonyms", "text-size"),
                    new Section("search", "/administration/search", "search"),
                    new Section("settings", "/administration/settings", "settings"),
                    new Section("outbox", "/administration/outbox", "send")),
            Role.SECURITY_ADMIN,
            List.of(
                    new Section("accounts", "/administration/accounts", "users"),
                    new Section("requests", "/administration/personal-data-requests", "lock"),
                    ORGANIZATIONS),
            Role.REVIEW_ADMIN,
            List.of(
                    new Section("registrations", "/reviews/registrations", "certificate"),
                    new Section("needs", "/reviews/needs", "list-check"),
                    ORGANIZATIONS));

    @GetMapping("/administration")
    String start(Viewer administrator, Model model) {
        var sections = SECTIONS.entrySet().stream()
                .filter(e -> administrator.has(e.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> e.getValue().stream())
                .distinct()
                .toList();
        administrator.require(!sections.isEmpty());
        model.addAttribute("sections", sections);
        return "administration/index";
    }
}
