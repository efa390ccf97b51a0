package org.lianqiao.events.guests;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.sheets.UploadForm;
import org.lianqiao.sheets.Uploads;
import org.lianqiao.web.Choices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Guests from a sheet of replies, and the list as a sheet: choose, look, confirm. */
@Controller
@RequestMapping("/events/{id}/guests")
@RequiredArgsConstructor
class GuestImportController {
    private static final String TEMPLATE = "\uFEFF单位名称,姓名,职务,手机,邮箱,一定要见,希望见\r\n"
            + "示例汽车电子有限公司,周示例,总经理,13800000000,zhou@example.cn,示例整车有限公司,示例电池有限公司、示例座舱有限公司\r\n";

    private final Registrations registrations;
    private final GuestPages pages;
    private final Guests guests;
    private final Uploads uploads;
    private final EventFinder finder;
    private final Choices choices;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @GetMapping("/imports/new")
    String begin(@PathVariable UUID id, Viewer officer, Model model) {
        model.addAttribute("event", finder.hosted(id, officer));
        return "events/guest-import";
    }

    @PostMapping("/imports")
    String upload(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("event", finder.hosted(id, officer));
        try {
            var chosen = UploadForm.of(file);
            GuestSheet.read(chosen.content());
            var upload = uploads.keep(purpose(id), chosen.fileName(), chosen.content(), officer);
            return "redirect:/events/" + id + "/guests/imports/" + upload;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
            return "events/guest-import";
        }
    }

    /** A sheet waits for its own event only. */
    private static String purpose(UUID event) {
        return "guests-" + event;
    }

    @GetMapping("/imports/{upload}")
    String preview(
            @PathVariable UUID id, @PathVariable UUID upload, Viewer officer, Model model, RedirectAttributes after) {
        model.addAttribute("event", finder.hosted(id, officer));
        Uploads.Upload found;
        try {
            found = uploads.find(upload, purpose(id), officer);
        } catch (Refused taken) {
            return refused(id, taken, after);
        }
        var sheet = GuestSheet.read(found.content());
        model.addAttribute("upload", found);
        model.addAttribute("sheet", sheet);
        model.addAttribute("unknown", sheet.unknown(guests.live(id)));
        model.addAttribute(
                "known",
                pages.known(id, sheet.lines().stream().map(GuestLine::phone).toList()));
        return "events/guest-import-preview";
    }

    @PostMapping("/imports/{upload}/confirmations")
    String confirm(@PathVariable UUID id, @PathVariable UUID upload, Viewer officer, RedirectAttributes after) {
        finder.hosted(id, officer);
        try {
            take(id, uploads.find(upload, purpose(id), officer), officer, after);
            return "redirect:/events/" + id + "/guests";
        } catch (Refused taken) {
            return refused(id, taken, after);
        }
    }

    private void take(UUID id, Uploads.Upload found, Viewer officer, RedirectAttributes after) {
        var sheet = GuestSheet.read(found.content());
        Integer fresh = transaction.execute(status -> {
            uploads.take(found, clock.instant());
            int taken = registrations.take(id, sheet.lines(), GuestSource.IMPORT, officer);
            events.publishEvent(new RepliesTaken(id, sheet.replies()));
            return taken;
        });
        after.addFlashAttribute("flash", "events.import.done");
        after.addFlashAttribute("flashArgs", new Object[] {
            fresh,
            sheet.lines().size() - (fresh == null ? 0 : fresh),
            sheet.problems().size()
        });
    }

    /** A sheet that was taken over already: by another click, or before the back button. */
    private String refused(UUID id, Refused refused, RedirectAttributes after) {
        after.addFlashAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        return "redirect:/events/" + id + "/guests/imports/new";
    }

    @GetMapping("/imports/template")
    void template(@PathVariable UUID id, Viewer officer, HttpServletResponse response) throws IOException {
        finder.hosted(id, officer);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"guests-template.csv\"");
        response.getOutputStream().write(TEMPLATE.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole list with its contacts, which is recorded. */
    @GetMapping("/export")
    void export(@PathVariable UUID id, Viewer officer, HttpServletResponse response) throws IOException {
        var event = finder.hosted(id, officer);
        var all = pages.all(id);
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Recorded(officer, "event.export", "event", id, event.number(), String.valueOf(all.size()))));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + event.number() + "-guests.xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "LianQiao", "1.0")) {
            var sheet = book.newWorksheet(choices.text("events.guests"));
            var heads = new String[] {"number", "organization", "name", "position", "phone", "email", "about"};
            for (int i = 0; i < heads.length; i++) sheet.value(0, i, choices.text("events.guest." + heads[i]));
            sheet.value(0, heads.length, choices.text("events.guests.state"));
            int row = 1;
            for (var guest : all) {
                sheet.value(row, 0, guest.badge());
                sheet.value(row, 1, guest.organization());
                sheet.value(row, 2, guest.name());
                sheet.value(row, 3, guest.position());
                sheet.value(row, 4, guest.phone());
                sheet.value(row, 5, guest.email());
                sheet.value(row, 6, guest.about());
                sheet.value(row++, heads.length, choices.label(guest.state()));
            }
        }
    }
}
