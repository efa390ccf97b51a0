package org.lianqiao.audit;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.PersonalData.Held;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Chip;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The security administrator works on requests; the auditor reads along. */
@Controller
@RequestMapping("/administration/personal-data-requests")
@RequiredArgsConstructor
class PersonalDataWorkController {
    private final PersonalDataRequests requests;
    private final PersonalDataPages pages;
    private final AuditActions actions;
    private final Choices choices;

    /** What is held, as it is shown: masked. */
    record Line(Held held, String kind, String values) {}

    /** Somebody's look, in words. */
    record Seen(PersonalDataPages.Look look, String action) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            Paging paging,
            Viewer reader,
            Model model) {
        requireReader(reader);
        model.addAttribute("page", pages.find(state, q, paging));
        model.addAttribute("states", choices.of(PersonalDataState.class));
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("mayAnswer", mayAnswer(reader));
        var chips = new ArrayList<Chip>();
        var wanted = Lenient.value(PersonalDataState.class, state);
        if (wanted != null) chips.add(new Chip("state", choices.text("audit.request.state"), choices.label(wanted)));
        if (Lenient.pattern(q) != null) chips.add(new Chip("q", choices.text("audit.q"), String.valueOf(q)));
        model.addAttribute("chips", chips);
        return "audit/requests";
    }

    @GetMapping("/new")
    String begin(Viewer administrator, Model model) {
        requireAnswerer(administrator);
        model.addAttribute("form", PersonalDataForm.empty());
        return form(model);
    }

    @PostMapping
    String note(
            @Valid @ModelAttribute("form") PersonalDataForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireAnswerer(administrator);
        String[] number = new String[1];
        if (Forms.accepted(errors, () -> number[0] = requests.note(form, administrator))) {
            after.addFlashAttribute("flash", "audit.request.received");
            after.addFlashAttribute(
                    "flashArgs", new Object[] {number[0], requests.due().toString()});
            return "redirect:/administration/personal-data-requests";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Viewer reader, Model model) {
        requireReader(reader);
        model.addAttribute("form", new PersonalDataAnswer(PersonalDataState.ANSWERED, ""));
        return page(requests.look(id, reader), reader, model);
    }

    @PostMapping("/{id}/answers")
    String answer(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PersonalDataAnswer form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        requireAnswerer(administrator);
        if (Forms.accepted(errors, () -> requests.answer(id, form, administrator))) {
            after.addFlashAttribute("flash", "audit.request.told");
            return "redirect:/administration/personal-data-requests/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(pages.find(id).orElseThrow(NotFound::new), administrator, model);
    }

    @PostMapping("/{id}/erasures")
    String erase(@PathVariable UUID id, Viewer administrator, RedirectAttributes after) {
        requireAnswerer(administrator);
        try {
            int forgot = requests.erase(id, administrator);
            after.addFlashAttribute("flash", "audit.request.erased");
            after.addFlashAttribute("flashArgs", new Object[] {forgot});
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:/administration/personal-data-requests/" + id;
    }

    /** A table that the person can read and take elsewhere. */
    @PostMapping("/{id}/exports")
    ResponseEntity<byte[]> export(@PathVariable UUID id, Viewer administrator) {
        requireAnswerer(administrator);
        var text = Stream.concat(
                        Stream.of(Csv.line(
                                choices.text("audit.held.kind"),
                                choices.text("audit.held.about"),
                                choices.text("audit.held.values"),
                                choices.text("audit.held.source"),
                                choices.text("audit.held.noticedOn"),
                                choices.text("audit.held.since"))),
                        requests.export(id, administrator).stream()
                                .map(h -> Csv.line(
                                        actions.entity(h.kind()),
                                        h.about(),
                                        String.join("；", h.values()),
                                        h.source(),
                                        Objects.toString(h.noticedOn(), ""),
                                        h.since()
                                                .atZoneSameInstant(Time.ZONE)
                                                .toLocalDate()
                                                .toString())))
                .collect(Collectors.joining("", Csv.MARK, ""));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String page(PersonalDataPages.Row request, Viewer reader, Model model) {
        var held = pages.held(request.person());
        model.addAttribute("r", request);
        model.addAttribute(
                "held",
                held.stream()
                        .map(h -> new Line(
                                h,
                                actions.entity(h.kind()),
                                h.values().stream()
                                        .map(PersonalDataWorkController::masked)
                                        .collect(Collectors.joining("　"))))
                        .toList());
        model.addAttribute(
                "looks",
                pages.looks(held).stream()
                        .map(l -> new Seen(l, actions.action(l.action())))
                        .toList());
        model.addAttribute(
                "states",
                choices.of(PersonalDataState.class).stream()
                        .filter(o -> !o.value().equals(PersonalDataState.OPEN.name()))
                        .toList());
        model.addAttribute("mayAnswer", mayAnswer(reader));
        return "audit/request";
    }

    private static String masked(String value) {
        if (value.contains("@")) return Masked.email(value);
        return value.matches("\\+?[0-9 -]{7,20}") ? Masked.phone(value) : Masked.name(value);
    }

    private String form(Model model) {
        model.addAttribute("kinds", choices.of(PersonalDataKind.class));
        model.addAttribute("noted", true);
        model.addAttribute("due", requests.due());
        return "audit/request-form";
    }

    private static boolean mayAnswer(Viewer viewer) {
        return viewer.has(Role.SECURITY_ADMIN);
    }

    private static void requireAnswerer(Viewer viewer) {
        viewer.require(mayAnswer(viewer));
    }

    private static void requireReader(Viewer viewer) {
        viewer.require(mayAnswer(viewer) || viewer.has(Role.AUDITOR));
    }
}
