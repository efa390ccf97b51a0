package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Links;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The ledger as a sheet: which rows, laid out how, with or without whom to call. */
@Controller
@RequiredArgsConstructor
class LedgerExportController {
    private final LedgerExport export;
    private final LedgerLayouts layouts;
    private final ProspectQueries queries;
    private final Choices choices;
    private final Links links;
    private final Clock clock;

    /** A line of the table of columns. */
    record Line(String code, String name, boolean chosen, int position, String title) {}

    @GetMapping("/ledger/exports/new")
    String begin(
            LedgerFilter filter,
            Paging paging,
            @ModelAttribute("asked") ExportForm asked,
            BindingResult unread,
            Viewer officer,
            Model model) {
        officer.require(officer.isOfficer());
        var layout = layouts.of(officer.organization());
        var form = new ExportForm(
                asked.selected().isEmpty() ? ExportForm.Range.ALL : ExportForm.Range.SELECTED,
                SheetFormat.XLSX,
                asked.ids(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                layout.title(),
                layout.unit(),
                layout.grouping(),
                false,
                "",
                false);
        model.addAttribute("form", form);
        return page(filter, paging, form, layout, officer, model);
    }

    @PostMapping("/ledger/exports")
    @org.jspecify.annotations.Nullable
    String export(
            LedgerFilter filter,
            Paging paging,
            @Valid @ModelAttribute("form") ExportForm form,
            BindingResult errors,
            Viewer officer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        officer.require(officer.isOfficer());
        var scope = Scope.of(filter.scope(), officer);
        var wanted = new LedgerExport.Wanted[1];
        if (!Forms.accepted(errors, () -> {
            var layout = form.layout();
            var asked = new LedgerExport.Wanted(
                    filter,
                    scope,
                    ids(form, filter, scope, paging, officer),
                    layout,
                    Objects.requireNonNull(form.format()),
                    form.withContacts(),
                    form.purpose());
            export.record(asked, officer);
            if (Boolean.TRUE.equals(form.keep())) layouts.keep(layout, officer);
            wanted[0] = asked;
        })) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(filter, paging, form, layouts.of(officer.organization()), officer, model);
        }
        response.setContentType(wanted[0].format().mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(wanted[0].format()));
        export.write(wanted[0], officer, response.getOutputStream());
        return null;
    }

    private List<UUID> ids(ExportForm form, LedgerFilter filter, Scope scope, Paging paging, Viewer officer) {
        return switch (Objects.requireNonNull(form.range())) {
            case ALL -> List.of();
            case SELECTED -> orNobody(form.selected());
            case SCREEN ->
                orNobody(queries.list(filter, scope, paging, officer).page().rows().stream()
                        .map(ProspectRow::id)
                        .toList());
        };
    }

    /** An empty selection is nothing, and not everything. */
    private static List<UUID> orNobody(List<UUID> ids) {
        return ids.isEmpty() ? List.of(new UUID(0, 0)) : ids;
    }

    private String disposition(SheetFormat format) {
        return ContentDisposition.attachment()
                .filename(
                        choices.text("prospects.export.sheet") + "_" + LocalDate.now(clock) + "." + format.extension(),
                        StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private String page(
            LedgerFilter filter, Paging paging, ExportForm form, LedgerLayout kept, Viewer officer, Model model) {
        var scope = Scope.of(filter.scope(), officer);
        int all = export.count(filter, scope, List.of(), officer);
        model.addAttribute("all", all);
        model.addAttribute("screen", Math.max(0, Math.min(paging.size(), all - paging.offset())));
        model.addAttribute("chosen", form.selected().size());
        model.addAttribute("filter", filter);
        model.addAttribute("fields", filter.typed());
        model.addAttribute("paging", paging);
        model.addAttribute("lines", lines(form, kept));
        model.addAttribute("formats", SheetFormat.values());
        model.addAttribute("units", choices.of(LedgerLayout.Unit.class));
        model.addAttribute("groupings", choices.of(LedgerLayout.Grouping.class));
        model.addAttribute("back", links.to("/ledger", filter.typed()));
        return "prospects/export";
    }

    /** As typed where something was typed, else as the office keeps it. */
    private List<Line> lines(ExportForm form, LedgerLayout kept) {
        var lines = new ArrayList<Line>();
        if (!form.codes().isEmpty()) {
            for (int i = 0; i < Math.min(form.codes().size(), 100); i++) {
                var code = org.lianqiao.web.Lenient.value(
                        LedgerColumn.class, form.codes().get(i));
                if (code != null && !code.isPersonal())
                    lines.add(new Line(
                            code.name(),
                            choices.label(code),
                            form.columns().contains(code.name()),
                            i + 1,
                            i < form.titles().size() ? form.titles().get(i) : ""));
            }
            return lines;
        }
        for (var column : kept.columns())
            lines.add(new Line(
                    column.code().name(), choices.label(column.code()), true, lines.size() + 1, column.title()));
        for (var code : LedgerColumn.impersonal())
            if (kept.columns().stream().noneMatch(c -> c.code() == code))
                lines.add(new Line(code.name(), choices.label(code), false, lines.size() + 1, ""));
        return lines;
    }
}
