package org.lianqiao.events.outcomes;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.events.guests.GuestState;
import org.lianqiao.shared.NotFound;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Three questions to a guest, by the personal link, once the event has begun. */
@Controller
@RequestMapping("/g/{token}/feedback")
@RequiredArgsConstructor
class FeedbackController {
    private static final int BEST = 5;

    private final GuestLinks links;
    private final Feedback feedback;
    private final Choices choices;
    private final Clock clock;

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        var came = open(token);
        model.addAttribute("form", feedback.of(came.guest()));
        return page(came, token, model);
    }

    @PostMapping
    String give(
            @PathVariable String token,
            @Valid @ModelAttribute("form") FeedbackForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var came = open(token);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(came, token, model);
        }
        feedback.give(came.guest(), form);
        after.addFlashAttribute("flash", "events.feedback.given");
        return "redirect:/g/" + token;
    }

    private GuestLinks.Linked open(String token) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        boolean begun = !LocalDateTime.now(clock).isBefore(came.event().starts());
        if (!begun || came.guest().state() != GuestState.CONFIRMED) throw new NotFound();
        return came;
    }

    private String page(GuestLinks.Linked came, String token, Model model) {
        model.addAttribute("event", came.event());
        model.addAttribute("token", token);
        model.addAttribute("worths", worths());
        model.addAttribute("founds", choices.of(Found.class));
        return "events/feedback";
    }

    private List<Option> worths() {
        return IntStream.iterate(BEST, n -> n > 0, n -> n - 1)
                .mapToObj(n -> new Option(String.valueOf(n), choices.text("events.feedback.worth." + n)))
                .toList();
    }
}
