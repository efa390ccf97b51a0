package org.lianqiao.events.guests;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.Addresses;
import org.lianqiao.events.Ics;
import org.lianqiao.events.QrCode;
import org.lianqiao.events.schedule.SchedulePages;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Forms;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A guest's own page, by the personal link: no account, no session. */
@Controller
@RequestMapping("/g/{token}")
@RequiredArgsConstructor
class OwnController {
    private final GuestLinks links;
    private final OwnRegistration own;
    private final Addresses addresses;
    private final Ics ics;
    private final GuestMail mail;
    private final SchedulePages schedule;
    private final Clock clock;

    @GetMapping
    String show(@PathVariable String token, Model model) {
        return page(links.open(GuestLinks.Purpose.OWN, token), token, model);
    }

    private String page(GuestLinks.Linked came, String token, Model model) {
        var guest = came.guest();
        var event = came.event();
        model.addAttribute("token", token);
        model.addAttribute("guest", guest);
        model.addAttribute("event", event);
        model.addAttribute("over", !LocalDateTime.now(clock).isBefore(event.ends()));
        model.addAttribute("begun", !LocalDateTime.now(clock).isBefore(event.starts()));
        model.addAttribute("wishing", event.takesWishes(LocalDateTime.now(clock)));
        model.addAttribute("waitingChange", own.waitingChange(guest.id()).orElse(null));
        if (guest.state() == GuestState.WAITING) model.addAttribute("before", own.before(guest));
        schedule.published(event.id()).ifPresent(at -> {
            model.addAttribute("published", at);
            model.addAttribute("meetings", schedule.own(event.id(), guest.id()));
        });
        if (guest.state() == GuestState.CONFIRMED)
            model.addAttribute("qr", QrCode.of(addresses.shown(links.path(GuestLinks.Purpose.DOOR, guest, event))));
        return "events/own";
    }

    @PostMapping("/acceptances")
    String accept(@PathVariable String token, Model model, HttpServletResponse response) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        return after(() -> own.accept(came.guest(), came.event()), token, model, response);
    }

    @PostMapping("/cancellations")
    String cancel(@PathVariable String token, Model model, HttpServletResponse response) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        return after(() -> own.cancel(came.guest(), came.event()), token, model, response);
    }

    private String after(Runnable verb, String token, Model model, HttpServletResponse response) {
        try {
            verb.run();
            return "redirect:/g/" + token;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", refused.getKey());
            return page(links.open(GuestLinks.Purpose.OWN, token), token, model);
        }
    }

    @GetMapping("/changes/new")
    String edit(@PathVariable String token, Model model) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        model.addAttribute("form", ChangeForm.of(came.guest()));
        return form(came, token, model);
    }

    @PostMapping("/changes")
    String change(
            @PathVariable String token,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        boolean[] atOnce = new boolean[1];
        if (Forms.accepted(errors, () -> atOnce[0] = own.change(came.guest(), came.event(), form))) {
            if (atOnce[0]) after.addFlashAttribute("flash", "events.own.changed");
            return "redirect:/g/" + token;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(came, token, model);
    }

    private static String form(GuestLinks.Linked came, String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("guest", came.guest());
        model.addAttribute("event", came.event());
        return "events/own-change";
    }

    @GetMapping("/calendar")
    ResponseEntity<String> calendar(@PathVariable String token) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        var entries = new ArrayList<>(List.of(mail.entry(came.guest(), came.event())));
        schedule.own(came.event().id(), came.guest().id()).forEach(m -> entries.add(mail.entry(came, m)));
        return ics.download(came.event().number(), entries);
    }
}
