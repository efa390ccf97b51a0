package org.lianqiao.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Links;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The screen, the selection or all of the library as .xlsx or CSV, for offices. */
@Controller
@RequiredArgsConstructor
class LibraryExportController {
    private static final int MOST_SELECTED = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private final LibraryExport export;
    private final ProjectQueries queries;
    private final Choices choices;
    private final Links links;
    private final Clock clock;

    @PostMapping("/projects/exports")
    @Nullable
    String export(
            ProjectFilter filter,
            Counting counting,
            Paging paging,
            @RequestParam(defaultValue = "ALL") String range,
            @RequestParam(defaultValue = "XLSX") String format,
            @RequestParam(defaultValue = "") List<String> ids,
            Viewer officer,
            HttpServletResponse response,
            RedirectAttributes after)
            throws IOException {
        officer.require(officer.isOfficer());
        var chosen = switch (range) {
            case "SELECTED" ->
                orNobody(ids.stream()
                        .map(Lenient::id)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .limit(MOST_SELECTED)
                        .toList());
            case "SCREEN" ->
                orNobody(queries.list(filter, counting, officer, paging).page().rows().stream()
                        .map(ProjectQueries.Row::id)
                        .toList());
            default -> List.<UUID>of();
        };
        var as = Objects.requireNonNullElse(Lenient.value(SheetFormat.class, format), SheetFormat.XLSX);
        var wanted = new LibraryExport.Wanted(filter, counting, chosen, as);
        try {
            export.record(wanted, officer);
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:" + links.here("/projects");
        }
        response.setContentType(as.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(as));
        export.write(wanted, officer, response.getOutputStream());
        return null;
    }

    /** An empty selection is nothing, and not everything. */
    private static List<UUID> orNobody(List<UUID> ids) {
        return ids.isEmpty() ? List.of(NOBODY) : ids;
    }

    private String disposition(SheetFormat format) {
        var name = choices.text("projects.export.sheet") + "_" + LocalDate.now(clock) + "." + format.extension();
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
