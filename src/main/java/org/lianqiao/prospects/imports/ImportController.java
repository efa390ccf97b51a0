package org.lianqiao.prospects.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.UploadForm;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An old ledger comes in: choose the file, settle what its columns mean. */
@Controller
@RequestMapping("/ledger/imports")
@RequiredArgsConstructor
class ImportController {
    private final Imports imports;
    private final ImportColumns columns;
    private final Choices choices;

    @GetMapping
    String begin(Viewer officer, Model model) {
        model.addAttribute("latest", imports.latest(officer));
        model.addAttribute("stock", imports.isStock());
        return "prospects/import";
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        Imports.requireReporter(officer);
        try {
            return "redirect:/ledger/imports/" + imports.upload(UploadForm.of(file), officer) + "/columns";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", text(refused));
            return begin(officer, model);
        }
    }

    @GetMapping("/{id}/columns")
    String columns(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String line,
            Viewer officer,
            Model model) {
        var file = imports.find(id, officer);
        if (!file.isOpen()) return "redirect:/ledger/imports/" + id;
        var asked = sheet == null && !file.sheet().isEmpty() ? file.sheet() : sheet;
        var at = line == null && sheet == null ? file.headerLine() : number(line);
        try {
            model.addAttribute("proposal", columns.propose(file.content(), asked, at, officer));
        } catch (Refused refused) {
            model.addAttribute("refusal", text(refused));
        }
        return page(file, model);
    }

    @PostMapping("/{id}/columns")
    String settle(
            @PathVariable UUID id,
            @ModelAttribute("form") ColumnsForm form,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        var file = imports.find(id, officer);
        try {
            imports.settle(id, form, officer);
            return "redirect:/ledger/imports/" + id;
        } catch (Refused refused) {
            if (!file.isOpen()) throw refused;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", text(refused));
            model.addAttribute("typed", form);
            try {
                model.addAttribute("proposal", columns.propose(file.content(), form.sheet(), form.line(), officer));
            } catch (Refused unreadable) {
                model.addAttribute("refusal", text(unreadable));
            }
            return page(file, model);
        }
    }

    private String page(ImportFile file, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("fields", choices.of(ImportField.class));
        model.addAttribute(
                "units",
                java.util.stream.Stream.of("WAN", "YI", "YUAN")
                        .map(u -> new Option(u, choices.text("prospects.import.unit." + u)))
                        .toList());
        return "prospects/import-columns";
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(typed) : null;
    }

    /** Confirmed already, by another click or by a colleague. */
    @ExceptionHandler(Refused.class)
    String refused(Refused refused, RedirectAttributes after) {
        after.addFlashAttribute("refusal", text(refused));
        return "redirect:/ledger/imports";
    }

    private String text(Refused refused) {
        return choices.text(refused.getKey(), refused.getArgs());
    }
}
