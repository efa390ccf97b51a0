package org.lianqiao.events.schedule;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.events.guests.Guests;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the hosts have the schedule computed, look at it, insist, publish, and mend it on the day. */
@Controller
@RequestMapping("/events/{id}")
@RequiredArgsConstructor
class ScheduleController {
    private final EventFinder finder;
    private final Tasks tasks;
    private final Schedules schedules;
    private final Computing computing;
    private final Mending mending;
    private final SchedulePages pages;
    private final Guests guests;
    private final Choices choices;

    /** The meetings of a guest, a table or a slot. */
    record Group(String title, List<MeetingLine> meetings) {}

    @GetMapping("/schedule")
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String version,
            Viewer officer,
            Model model) {
        return page(finder.hosted(id, officer), by, version, model);
    }

    private String page(EventBrief event, String by, String version, Model model) {
        var all = pages.all(event.id());
        var chosen = chosen(all, version);
        var meetings = chosen == null ? List.<MeetingLine>of() : pages.meetings(chosen.id());
        model.addAttribute("event", event);
        model.addAttribute("versions", all);
        model.addAttribute("schedule", chosen);
        model.addAttribute(
                "published",
                all.stream().filter(ScheduleView::isPublished).findFirst().orElse(null));
        model.addAttribute("held", meetings.stream().filter(MeetingLine::isHeld).count());
        model.addAttribute("wished", meetings.size());
        model.addAttribute("unheld", meetings.stream().filter(m -> !m.isHeld()).toList());
        model.addAttribute("by", by);
        model.addAttribute("groups", groups(meetings, by));
        model.addAttribute("apart", pages.apart(event.id()));
        model.addAttribute("slots", pages.slots(event.id()));
        model.addAttribute("tables", pages.tables(event.id()));
        model.addAttribute("guests", guests.confirmed(event.id()));
        if (chosen != null)
            model.addAttribute(
                    "problems", chosen.problems().stream().map(this::said).toList());
        return "events/schedule";
    }

    /** The one asked for; else what is being computed, the latest, or the published one. */
    private static @Nullable ScheduleView chosen(List<ScheduleView> all, String version) {
        return all.stream()
                .filter(s -> String.valueOf(s.number()).equals(version))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    private String said(String problem) {
        var parts = problem.split("\\|");
        return choices.text(parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
    }

    private List<Group> groups(List<MeetingLine> meetings, String by) {
        Map<String, List<MeetingLine>> groups = new LinkedHashMap<>();
        for (var m : meetings) {
            if (!m.isHeld()) continue;
            switch (by) {
                case "guest" -> {
                    group(groups, m.firstBadge() + " " + m.firstOrganization()).add(m);
                    group(groups, m.secondBadge() + " " + m.secondOrganization())
                            .add(m);
                }
                case "table" ->
                    group(groups, choices.text("events.schedule.table", String.valueOf(m.table())))
                            .add(m);
                default ->
                    group(
                                    groups,
                                    m.starts() == null
                                            ? ""
                                            : m.starts().toLocalTime() + "–"
                                                    + (m.ends() == null
                                                            ? ""
                                                            : m.ends().toLocalTime()))
                            .add(m);
            }
        }
        var sorted = groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue()));
        if (by.equals("guest")) sorted = sorted.sorted(java.util.Comparator.comparing(Group::title));
        return sorted.toList();
    }

    private static List<MeetingLine> group(Map<String, List<MeetingLine>> groups, String title) {
        return groups.computeIfAbsent(title, t -> new ArrayList<>());
    }

    /** Asked once a second while a schedule is computed; then the whole page is fetched anew. */
    @GetMapping("/schedule/progress")
    String progress(@PathVariable UUID id, Viewer officer, Model model, HttpServletResponse response) {
        model.addAttribute("event", finder.hosted(id, officer));
        var latest = chosen(pages.all(id), "");
        model.addAttribute("schedule", latest);
        if (latest == null || !latest.isComputing()) response.setHeader("HX-Refresh", "true");
        return "events/schedule :: progress";
    }

    @PostMapping("/schedules")
    String compute(@PathVariable UUID id, Viewer officer, Model model, HttpServletResponse response) {
        var event = finder.hosted(id, officer);
        try {
            var task = tasks.of(id);
            computing.start(schedules.begin(id, officer), id, task);
            return "redirect:/events/" + id + "/schedule";
        } catch (Refused refused) {
            return refused(event, refused, model, response);
        }
    }

    @PostMapping("/schedules/{schedule}/stops")
    String stop(@PathVariable UUID id, @PathVariable UUID schedule, Viewer officer) {
        finder.hosted(id, officer);
        if (pages.all(id).stream().anyMatch(s -> s.id().equals(schedule))) computing.stop(schedule);
        else throw new NotFound();
        return "redirect:/events/" + id + "/schedule";
    }

    @PostMapping("/schedules/{schedule}/publications")
    String publish(
            @PathVariable UUID id,
            @PathVariable UUID schedule,
            @RequestParam(defaultValue = "") String seen,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        if (pages.all(id).stream().noneMatch(s -> s.id().equals(schedule))) throw new NotFound();
        try {
            schedules.publish(id, schedule, Lenient.id(seen), officer);
            after.addFlashAttribute("flash", "events.schedule.publishedNow");
            return "redirect:/events/" + id + "/schedule";
        } catch (Refused refused) {
            return refused(event, refused, model, response);
        }
    }

    /** @param word a slot's id: they meet there; {@code apart}: they do not meet; {@code free}: as the wishes say */
    @PostMapping("/pins")
    String pin(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID first,
            @RequestParam(required = false) @Nullable UUID second,
            @RequestParam(defaultValue = "") String word,
            Viewer officer,
            RedirectAttributes after) {
        finder.hosted(id, officer);
        var slot = Lenient.id(word);
        boolean known = word.equals("apart")
                || word.equals("free")
                || slot != null
                        && pages.slots(id).stream().anyMatch(s -> s.value().equals(slot.toString()));
        if (first == null || second == null || !known) throw new NotFound();
        schedules.pin(id, first, second, slot, word.equals("free"), officer);
        after.addFlashAttribute("flash", "events.schedule.pinned");
        return "redirect:/events/" + id + "/schedule";
    }

    /** @param what NO_SHOW, LATE, JOIN or TABLE */
    @PostMapping("/repairs")
    String mend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String guest,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String from,
            Viewer officer,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        var event = finder.hosted(id, officer);
        try {
            var done = mending.mend(event, what, Lenient.id(guest), Lenient.id(table), Lenient.id(from), officer);
            after.addFlashAttribute("flash", "events.repair.done");
            after.addFlashAttribute(
                    "flashArgs", new Object[] {done.moved(), done.given(), done.told(), done.millis(), done.added()});
            return "redirect:/events/" + id + "/schedule";
        } catch (Refused refused) {
            return refused(event, refused, model, response);
        }
    }

    private String refused(EventBrief event, Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusal", choices.text(refused.getKey(), refused.getArgs()));
        return page(event, "", "", model);
    }

    @GetMapping("/prints/tables")
    String tables(@PathVariable UUID id, Viewer officer, Model model) {
        return print(id, "table", officer, model);
    }

    @GetMapping("/prints/schedules")
    String slips(@PathVariable UUID id, Viewer officer, Model model) {
        return print(id, "guest", officer, model);
    }

    private String print(UUID id, String by, Viewer officer, Model model) {
        model.addAttribute("event", finder.hosted(id, officer));
        var published = schedules.published(id);
        model.addAttribute("by", by);
        model.addAttribute(
                "groups", published.map(s -> groups(pages.meetings(s), by)).orElse(List.of()));
        return "events/print-schedule";
    }
}
