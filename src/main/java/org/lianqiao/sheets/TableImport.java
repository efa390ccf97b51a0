package org.lianqiao.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages by which the system administrator takes a table in: choose, look, confirm. What the table means is for the
 * controller that extends this; it has two templates, the second one's name ends in {@code -preview}.
 *
 * @param <P> what a table would bring
 */
@RequiredArgsConstructor(access = AccessLevel.PROTECTED)
public abstract class TableImport<P> {
    private final Kind kind;
    private final Uploads uploads;
    private final Choices choices;

    /**
     * @param purpose what the table is to become: another page cannot take it
     * @param address of the pages
     * @param view the template of the first page
     * @param template an empty table, as CSV
     */
    public record Kind(String purpose, String address, String view, String template) {}

    /** What came of it, as a sentence, and the page where it is seen. */
    public record Taken(String key, Object[] args, String seenAt) {}

    /** @throws Refused where the file is no such table */
    protected abstract P preview(byte[] file);

    /** Takes over what was looked at, once. @throws Refused where another click was first */
    protected abstract Taken take(Uploads.Upload upload, Viewer by);

    @ModelAttribute
    void open(Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
    }

    @GetMapping
    String begin() {
        return kind.view;
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer administrator,
            Model model,
            HttpServletResponse response) {
        try {
            var chosen = UploadForm.of(file);
            preview(chosen.content());
            return "redirect:" + kind.address + "/"
                    + uploads.keep(kind.purpose, chosen.fileName(), chosen.content(), administrator);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", text(refused));
            return kind.view;
        }
    }

    @GetMapping("/{id}")
    String look(@PathVariable UUID id, Viewer administrator, Model model) {
        var upload = uploads.find(id, kind.purpose, administrator);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", preview(upload.content()));
        return kind.view + "-preview";
    }

    @PostMapping("/{id}/confirmations")
    String confirm(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        var taken = take(uploads.find(id, kind.purpose, administrator), administrator);
        after.addFlashAttribute("flash", taken.key);
        after.addFlashAttribute("flashArgs", taken.args);
        return "redirect:" + taken.seenAt;
    }

    /** A table that was taken over already: by another click, or before the back button. */
    @ExceptionHandler(Refused.class)
    String refused(Refused refused, RedirectAttributes after) {
        after.addFlashAttribute("refusal", text(refused));
        return "redirect:" + kind.address;
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + kind.purpose + "-template.csv\"");
        response.getOutputStream().write(kind.template.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Refused refused) {
        return choices.text(refused.getKey(), refused.getArgs());
    }
}
