package org.lianqiao.cockpit.figures;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Links;
import org.lianqiao.web.Option;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 驾驶舱: for who answers for the work of others. */
@Controller
@RequiredArgsConstructor
class CockpitController {
    private static final List<String> TERMS = List.of(
            "leads", "signed", "agreed", "arrived", "two", "gaps", "late", "funnel", "days", "change", "scope",
            "beyond", "asOf");

    private final Overview overview;
    private final CockpitText text;
    private final CockpitSheet sheet;
    private final Catalogue catalogue;
    private final Choices choices;
    private final Links links;
    private final Clock clock;

    @GetMapping("/cockpit")
    String show(CockpitFilter filter, Viewer viewer, Model model) {
        admit(viewer);
        var page = overview.page(filter, viewer);
        model.addAttribute("page", page);
        model.addAttribute("text", text.of(page));
        model.addAttribute("filter", filter);
        model.addAttribute("chains", catalogue.chains());
        model.addAttribute(
                "scopes",
                CockpitFilter.scopes(viewer).stream()
                        .map(s -> new Option(s, choices.text("cockpit.scope." + s)))
                        .toList());
        model.addAttribute("spans", Span.upTo(LocalDate.now(clock)));
        model.addAttribute("exportHref", links.here("/cockpit/exports"));
        return "cockpit/overview";
    }

    @GetMapping("/cockpit/gaps")
    String gaps(CockpitFilter filter, Viewer viewer, Model model) {
        admit(viewer);
        model.addAttribute("filled", overview.filled(filter, viewer));
        model.addAttribute("period", filter.periodOf(LocalDate.now(clock)));
        model.addAttribute("back", overview.links(filter, viewer).cockpit("/cockpit"));
        return "cockpit/gaps";
    }

    @GetMapping("/cockpit/glossary")
    String glossary(Viewer viewer, Model model) {
        admit(viewer);
        model.addAttribute("terms", TERMS);
        return "cockpit/glossary";
    }

    @GetMapping("/cockpit/exports")
    void export(CockpitFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        admit(viewer);
        var page = overview.page(filter, viewer);
        response.setContentType(SheetFormat.XLSX.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(choices.text("cockpit.title") + "_" + page.period() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        sheet.write(page, viewer, response.getOutputStream());
    }

    private static void admit(Viewer viewer) {
        viewer.require(viewer.oversees() && viewer.allianceId() != null);
    }
}
