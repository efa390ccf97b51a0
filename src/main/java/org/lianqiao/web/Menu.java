package org.lianqiao.web;

import java.util.List;
import java.util.function.Predicate;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;

/** The menu, by role. Hiding an item forbids nothing: the pages decide for themselves. */
final class Menu {
    /** @param key the label's key and the name under which its count is known */
    record Entry(String key, String href, String icon, Predicate<Viewer> whose) {
        boolean leadsTo(String path) {
            return path.equals(href) || path.startsWith(href + "/");
        }
    }

    private static final List<Entry> PUBLIC = List.of(
            new Entry("needs", "/needs", "list-check", v -> true),
            new Entry("projects", "/projects", "folders", v -> true),
            new Entry("chains", "/chains", "hierarchy-3", v -> true),
            new Entry("events", "/events", "calendar-event", v -> true));

    private static final List<Entry> DESK = List.of(
            new Entry("desk", "/desk", "layout-dashboard", v -> true),
            new Entry("ledger", "/ledger", "clipboard-list", Viewer::isOfficer),
            new Entry("intents", "/intents/inbox", "inbox", Viewer::isOfficer),
            new Entry("my-intents", "/intents", "send", Viewer::isMember),
            new Entry("meetings", "/meetings", "message-2", v -> v.isOfficer() || v.isMember()),
            new Entry("needs", "/needs", "list-check", v -> true),
            new Entry("matches", "/matches", "target", v -> v.isMember() || v.isOfficer() && !v.joint()),
            new Entry("my-needs", "/my/needs", "file-text", v -> v.isMember() || v.isOfficer()),
            new Entry("projects", "/projects", "folders", v -> true),
            new Entry("chains", "/chains", "hierarchy-3", v -> true),
            new Entry("events", "/events", "calendar-event", v -> true),
            new Entry("agreements", "/agreements", "contract", v -> v.isOfficer() || v.isMember()),
            new Entry("cockpit", "/cockpit", "chart-bar", Viewer::oversees),
            new Entry("groups", "/groups", "users", v -> v.isMember() && v.kind() == OrganizationKind.ASSOCIATION),
            new Entry("members", "/members", "users", v -> v.isMember() && v.kind() == OrganizationKind.ASSOCIATION),
            new Entry("organization", "/organization", "building", Viewer::isMember),
            new Entry("reviews", "/reviews", "certificate", v -> v.has(Role.REVIEWER) || v.has(Role.REVIEW_ADMIN)),
            new Entry(
                    "administration",
                    "/administration",
                    "settings",
                    v -> v.has(Role.SYSTEM_ADMIN) || v.has(Role.SECURITY_ADMIN) || v.has(Role.REVIEW_ADMIN)),
            new Entry("audit", "/audit", "shield-check", v -> v.has(Role.AUDITOR)));

    private Menu() {}

    static List<Entry> of(Viewer viewer) {
        return (viewer.isSignedIn() ? DESK : PUBLIC)
                .stream().filter(e -> e.whose().test(viewer)).toList();
    }
}
