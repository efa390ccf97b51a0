package org.lianqiao.events.outcomes;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.guests.GuestLinks;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One tap after a meeting, by either side, on the personal page. */
@Controller
@RequiredArgsConstructor
class OutcomeController {
    private final GuestLinks links;
    private final Outcomes outcomes;
    private final Carrying carrying;
    private final Choices choices;

    @PostMapping("/g/{token}/outcomes")
    String tell(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable UUID other,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String nextStep,
            RedirectAttributes after) {
        var came = links.open(GuestLinks.Purpose.OWN, token);
        var told = Lenient.value(Told.class, outcome);
        if (other == null || told == null) throw new NotFound();
        try {
            var pair = outcomes.tell(came.guest(), came.event(), other, told, nextStep);
            if (told != Told.MISSED) carrying.keepMeeting(came.event(), pair, told, nextStep);
            if (told == Told.PROMISING) lead(came, pair, nextStep);
            after.addFlashAttribute("flash", "events.outcome.saved");
        } catch (Refused refused) {
            after.addFlashAttribute("refusedNow", choices.text(refused.getKey(), refused.getArgs()));
        }
        return "redirect:/g/" + token + "#m-" + other;
    }

    /** Where this matter of the enterprise is open in the ledger already, that is the lead. */
    private void lead(GuestLinks.Linked came, Pair pair, String nextStep) {
        try {
            carrying.keepLead(came.event(), pair, nextStep, choices.text("events.outcome.usualStep"));
        } catch (Refused openAlready) {
            if (!"matter".equals(openAlready.getField())) throw openAlready;
        }
    }
}
