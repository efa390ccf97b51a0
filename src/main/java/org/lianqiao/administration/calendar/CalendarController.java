package org.lianqiao.administration.calendar;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Forms;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
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

/** 工作日历: which days of a year differ from the week. */
@Controller
@RequestMapping("/administration/calendar")
@RequiredArgsConstructor
class CalendarController {
    private final CalendarDays days;
    private final Clock clock;

    @GetMapping
    String list(@RequestParam(defaultValue = "") String year, Viewer administrator, Model model) {
        require(administrator);
        int shown = year.matches("20[2-9][0-9]")
                ? Integer.parseInt(year)
                : LocalDate.now(clock).getYear();
        model.addAttribute("form", new CalendarForm(null, null, false, ""));
        return page(shown, model);
    }

    @PostMapping
    String keep(
            @Valid @ModelAttribute("form") CalendarForm form,
            BindingResult errors,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        if (Forms.accepted(errors, () -> days.keep(form, administrator))) {
            after.addFlashAttribute("flash", "calendar.done.keep");
            return "redirect:/administration/calendar?year="
                    + (form.first() == null ? "" : form.first().getYear());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(LocalDate.now(clock).getYear(), model);
    }

    @PostMapping("/{day}/removal")
    String remove(@PathVariable String day, Viewer administrator, RedirectAttributes after) {
        require(administrator);
        var date = Lenient.date(day);
        if (date == null) throw new NotFound();
        days.remove(date, administrator);
        after.addFlashAttribute("flash", "calendar.done.remove");
        return "redirect:/administration/calendar?year=" + date.getYear();
    }

    private String page(int year, Model model) {
        model.addAttribute("year", year);
        model.addAttribute("days", days.of(year));
        return "administration/calendar";
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
