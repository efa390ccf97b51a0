package org.lianqiao.organizations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
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

/** Enterprises in bulk from a sheet: choose, look, confirm. */
@Controller
@RequestMapping("/administration/organization-imports")
@RequiredArgsConstructor
class OrganizationImportController {
    private static final String PURPOSE = "organizations";
    private static final String TEMPLATE = "\uFEFF企业名称,简称,统一社会信用代码,区域,行业,主营产品,企业简介,规模,地址,网址\r\n"
            + "示例·某某科技有限公司,某某,,河北省三河市,汽车制造业,动力电池包；电芯,主营动力电池。,中型,,\r\n";

    private final OrganizationImport imports;
    private final Uploads uploads;
    private final Catalogue catalogue;
    private final Choices choices;

    @ModelAttribute
    void open(Viewer administrator) {
        administrator.require(administrator.has(Role.SYSTEM_ADMIN));
    }

    @GetMapping
    String begin() {
        return "organizations/import";
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
            return "redirect:/administration/organization-imports/" + id;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
            return "organizations/import";
        }
    }

    @GetMapping("/{id}")
    String preview(@PathVariable UUID id, Viewer administrator, Model model) {
        var upload = uploads.find(id, PURPOSE, administrator);
        model.addAttribute("upload", upload);
        model.addAttribute("preview", imports.preview(upload.content()));
        model.addAttribute("catalogue", catalogue);
        return "organizations/import-preview";
    }

    @PostMapping("/{id}/confirmations")
    String confirm(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        var outcome = imports.take(uploads.find(id, PURPOSE, administrator), administrator);
        after.addFlashAttribute("flash", "organizations.import.outcome");
        after.addFlashAttribute(
                "flashArgs", new Object[] {outcome.fresh(), outcome.known(), outcome.registered(), outcome.leftOut()});
        return "redirect:/administration/organization-imports";
    }

    /** A table that was taken over already: by another click, or before the back button. */
    @ExceptionHandler(Refused.class)
    String refused(Refused refused, RedirectAttributes after) {
        after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        return "redirect:/administration/organization-imports";
    }

    @GetMapping("/template")
    void template(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"enterprises-template.csv\"");
        response.getOutputStream().write(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }
}
