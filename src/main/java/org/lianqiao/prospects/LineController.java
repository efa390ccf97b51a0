package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Redirects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A follow-up in one line. It is kept only as it was shown: what the portal understood stands there before, as chips
 * while one types, or as the page that answers the first Enter.
 */
@Controller
@RequestMapping("/ledger/{id}")
@RequiredArgsConstructor
class LineController {
    private final Following following;
    private final Assignees assignees;
    private final ProspectShow show;
    private final Clock clock;

    @GetMapping("/follow-ups/reading")
    String read(@PathVariable UUID id, @RequestParam(defaultValue = "") String line, Viewer officer, Model model) {
        show.require(id, officer, Seat::works);
        look(id, line, officer, model);
        return "prospects/line :: read";
    }

    @PostMapping("/follow-up-lines")
    String keep(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String back,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        show.require(id, officer, Seat::works);
        var read = look(id, line, officer, model);
        var form = read.form(Lenient.id(done), officer.accountId());
        if (read.isWhole() && line.equals(shown)) {
            try {
                following.follow(id, form, officer);
                after.addFlashAttribute("flash", "prospects.done.follow");
                return "redirect:" + (back.isEmpty() ? "/ledger/" + id : Redirects.inside(back));
            } catch (Refused refused) {
                model.addAttribute("refused", refused.getKey());
            }
        }
        if (!read.isWhole() || model.containsAttribute("refused"))
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("verb", "line");
        model.addAttribute("back", back);
        model.addAttribute("follow", form);
        return show.page(id, officer, model);
    }

    private FollowUpLine look(UUID id, String line, Viewer officer, Model model) {
        var read = FollowUpLine.read(shortened(line), LocalDate.now(clock), people(id));
        model.addAttribute("line", line);
        model.addAttribute("read", read);
        model.addAttribute("me", officer.name());
        return read;
    }

    private static String shortened(String line) {
        return line.length() <= FollowUpLine.LONGEST ? line : line.substring(0, FollowUpLine.LONGEST);
    }

    /** By name, those whom one may ask; a name that two of them bear is left out. */
    private Map<String, UUID> people(UUID id) {
        var people = new HashMap<String, UUID>();
        var twice = new HashSet<String>();
        for (var group : assignees.ofStep(id))
            for (var person : group.people()) {
                var account = UUID.fromString(person.value());
                if (!account.equals(people.getOrDefault(person.label(), account))) twice.add(person.label());
                people.put(person.label(), account);
            }
        people.keySet().removeAll(twice);
        return people;
    }
}
