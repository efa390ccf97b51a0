package org.lianqiao.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.UploadForm;
import org.lianqiao.sheets.Uploads;
import org.lianqiao.web.Choices;
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

/** Products and their edges from a sheet: choose, look, confirm. */
@Controller
@RequestMapping("/administration/product-imports")
@RequiredArgsConstructor
class ProductImportController {
    private static final String PURPOSE = "products";
    private static final String TEMPLATE = "\uFEFFproduct,relation,related_product\r\n动力电池包,上游材料,电芯\r\n";

    private final ProductImport imports;
    private final Uploads uploads;
    private final Choices choices;

    @ModelAttribute
    void open(Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
    }

    @GetMapping
    String begin() {
        return "catalogue/product-import";
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer administrator,
            Model model,
            HttpServletResponse response) {
        try {
            var chosen = UploadForm.of(file);
            imports.preview(chosen.content());
            var id = uploads.keep(PURPOSE, chosen.fileName(), chosen.content(), administrator);
            return "redirect:/administration/product-imports/" + id;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
            return "catalogue/product-import";
        }
    }

    @GetMapping("/{id}")
    String preview(@PathVariable UUID id, Viewer administrator, Model model) {
        var upload = uploads.find(id, PURPOSE, administrator);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", imports.preview(upload.content()));
        return "catalogue/product-import-preview";
    }

    @PostMapping("/{id}/confirmations")
    String confirm(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        var outcome = imports.take(uploads.find(id, PURPOSE, administrator), administrator);
        after.addFlashAttribute("flash", "catalogue.import.outcome");
        after.addFlashAttribute(
                "flashArgs", new Object[] {outcome.products(), outcome.edges(), outcome.aliases(), outcome.leftOut()});
        return "redirect:/administration/products";
    }

    /** A table that was taken over already: by another click, or before the back button. */
    @ExceptionHandler(Refused.class)
    String refused(Refused refused, RedirectAttributes after) {
        after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        return "redirect:/administration/product-imports";
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"products-template.csv\"");
        response.getOutputStream().write(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }
}
