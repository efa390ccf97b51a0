package org.lianqiao.prospects.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.SheetFormat;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rows of an old ledger: looked through, confirmed, taken over, mended, undone. */
@Controller
@RequestMapping("/ledger/imports")
@RequiredArgsConstructor
class ImportRowsController {
    /** What is over before a page would have been drawn is not sent to the background. */
    private static final int AT_ONCE = 300;

    private final Imports imports;
    private final ImportPages pages;
    private final ImportRuns runs;
    private final MendingSheet mending;
    private final TemplateSheet template;
    private final Choices choices;
    private final Clock clock;

    @GetMapping("/{id}")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String show,
            Paging paging,
            Viewer officer,
            Model model) {
        var file = imports.find(id, officer);
        if (file.state() == ImportState.UPLOADED) return "redirect:/ledger/imports/" + id + "/columns";
        boolean after = file.state() == ImportState.DONE || file.state() == ImportState.UNDONE;
        var counts = pages.counts(id, after);
        model.addAttribute("file", file);
        model.addAttribute("counts", counts);
        model.addAttribute("total", counts.getOrDefault("ALL", 0));
        if (file.state() == ImportState.RUNNING) return "prospects/import-running";
        var wanted = show != null && counts.containsKey(show) && !show.equals("ALL") ? show : "";
        model.addAttribute("show", wanted);
        model.addAttribute(
                "page",
                pages.rows(id, wanted, paging, counts.getOrDefault(wanted.isEmpty() ? "ALL" : wanted, 0), officer));
        model.addAttribute("undoable", file.isUndoable(OffsetDateTime.now(clock)));
        model.addAttribute("skipped", after ? java.util.List.of() : pages.skipped(id));
        return after ? "prospects/import-report" : "prospects/import-preview";
    }

    @GetMapping("/{id}/progress")
    String progress(@PathVariable UUID id, Viewer officer, Model model, HttpServletResponse response) {
        var file = imports.find(id, officer);
        if (file.state() != ImportState.RUNNING) response.setHeader("HX-Redirect", "/ledger/imports/" + id);
        model.addAttribute("file", file);
        model.addAttribute("total", pages.total(id));
        return "prospects/import-running :: progress";
    }

    @PostMapping("/{id}/choices")
    String choose(@PathVariable UUID id, @RequestParam Map<String, String> sent, Viewer officer) {
        imports.choose(id, choices(sent), officer);
        return "redirect:/ledger/imports/" + id + shown(sent);
    }

    @PostMapping("/{id}/confirmations")
    String confirm(
            @PathVariable UUID id, @RequestParam Map<String, String> sent, Viewer officer, RedirectAttributes after) {
        try {
            imports.choose(id, choices(sent), officer);
            imports.confirm(id, !"rows".equals(sent.get("how")), officer);
            if (pages.total(id) <= AT_ONCE) runs.run(id);
            else runs.start(id);
        } catch (Refused refused) {
            after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        }
        return "redirect:/ledger/imports/" + id;
    }

    /** Fields {@code choice-12}; what is empty is what the row's verdict proposes. */
    private static Map<Integer, @Nullable Choice> choices(Map<String, String> sent) {
        Map<Integer, @Nullable Choice> chosen = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.matches("choice-[0-9]{1,7}"))
                chosen.put(Integer.valueOf(name.substring(7)), Lenient.value(Choice.class, value));
        });
        return chosen;
    }

    private static String shown(Map<String, String> sent) {
        var show = sent.getOrDefault("show", "");
        var page = sent.getOrDefault("page", "1");
        return (show.matches("[A-Z]+") ? "?show=" + show : "?show=")
                + (page.matches("[0-9]{1,3}") ? "&page=" + page : "");
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, Viewer officer, RedirectAttributes after) {
        try {
            imports.undo(id, officer);
        } catch (Refused refused) {
            after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        }
        return "redirect:/ledger/imports/" + id;
    }

    @PostMapping("/{id}/removal")
    String discard(@PathVariable UUID id, Viewer officer, RedirectAttributes after) {
        try {
            imports.discard(id, officer);
        } catch (Refused refused) {
            after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        }
        return "redirect:/ledger/imports";
    }

    /** The rows that did not come in. */
    @GetMapping("/{id}/problems")
    void problems(@PathVariable UUID id, Viewer officer, HttpServletResponse response) throws IOException {
        imports.find(id, officer);
        var rows = pages.mending(id);
        name(response, choices.text("prospects.import.mend.sheet"));
        mending.write(rows, response.getOutputStream());
    }

    @GetMapping("/template")
    void template(Viewer officer, HttpServletResponse response) throws IOException {
        Imports.requireReporter(officer);
        name(response, choices.text("prospects.import.template.sheet"));
        template.write(officer.organization(), response.getOutputStream());
    }

    private static void name(HttpServletResponse response, String file) {
        response.setContentType(SheetFormat.XLSX.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
