package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Links;
import org.lianqiao.web.Option;
import org.lianqiao.web.SavedViews;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.WebUtils;

/** What list, board and calendar have in common: the filters, the kept views, and where one was before one looked closer. */
@Component
@RequiredArgsConstructor
class LedgerModel {
    private static final String PLACE = "lq-ledger";
    private static final int LONGEST = 1_500;

    private final SavedViews views;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Links links;

    @Value("${lianqiao.secure-cookies:false}")
    private final boolean secureCookies;

    /** @param surface {@code list}, {@code board} or {@code calendar} */
    Scope put(String surface, LedgerFilter filter, Viewer officer, Model model, HttpServletResponse response) {
        officer.require(officer.isOfficer());
        var scope = Scope.of(filter.scope(), officer);
        var here = links.here();
        remember(here, response);
        model.addAttribute("surface", surface);
        model.addAttribute("action", surface.equals("list") ? "/ledger" : "/ledger/" + surface);
        model.addAttribute("here", here);
        model.addAttribute("query", links.to("", filter.typed()).replace("?", ""));
        model.addAttribute("surfaces", surfaces(filter));
        model.addAttribute("exportHref", links.here("/ledger/exports/new"));
        model.addAttribute("filter", filter);
        model.addAttribute("fields", filter.typed());
        model.addAttribute("scope", scope.name());
        model.addAttribute(
                "scopes",
                Scope.of(officer).stream()
                        .map(s -> new Option(s.name(), choices.label(s)))
                        .toList());
        model.addAttribute("wide", scope.isWide(officer));
        model.addAttribute("mayHandOver", officer.isLead());
        model.addAttribute("mayReport", officer.allianceId() != null);
        model.addAttribute("verbs", choices.of(BulkVerb.class));
        model.addAttribute("stages", choices.of(Stage.class));
        model.addAttribute("statuses", choices.of(ProspectStatus.class));
        model.addAttribute("attentions", choices.of(Attention.class));
        model.addAttribute("sources", choices.of(LeadSource.class));
        model.addAttribute("nodes", catalogue.nodes());
        model.addAttribute("regions", catalogue.allianceRegions());
        model.addAttribute(
                "views",
                views.of(officer, SavedViews.Surface.LIST, SavedViews.Surface.BOARD, SavedViews.Surface.CALENDAR));
        return scope;
    }

    private List<Option> surfaces(LedgerFilter filter) {
        return List.of(
                new Option(links.to("/ledger", filter.typed()), "list"),
                new Option(links.to("/ledger/board", filter.typed()), "board"),
                new Option(links.to("/ledger/calendar", filter.typed()), "calendar"));
    }

    /** The page of a prospect leads back to the list as it was left. */
    private void remember(String here, HttpServletResponse response) {
        if (here.length() > LONGEST) return;
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(here.getBytes(StandardCharsets.UTF_8));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(PLACE, value)
                        .path("/ledger")
                        .httpOnly(true)
                        .secure(secureCookies)
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    static String place(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, PLACE);
        if (cookie == null) return "/ledger";
        try {
            var place = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return place.matches("/ledger(/board|/calendar)?(\\?[A-Za-z0-9%=&._+~*-]*)?") ? place : "/ledger";
        } catch (IllegalArgumentException unreadable) {
            return "/ledger";
        }
    }
}
