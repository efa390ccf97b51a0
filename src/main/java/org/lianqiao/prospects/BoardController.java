package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.lianqiao.web.Redirects;
import org.lianqiao.web.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ledger as a board by stage, and as a calendar of what is due; filters kept under a name. */
@Controller
@RequiredArgsConstructor
class BoardController {
    private final LedgerModel ledger;
    private final LedgerChips chips;
    private final Board board;
    private final Agenda agenda;
    private final StageMoves moves;
    private final SavedViews views;
    private final Clock clock;

    @GetMapping("/ledger/board")
    String board(LedgerFilter filter, Viewer officer, Model model, HttpServletResponse response) {
        var scope = ledger.put("board", filter, officer, model, response);
        model.addAttribute("columns", board.columns(filter, scope, officer));
        model.addAttribute("chips", chips.of(filter, null));
        return "prospects/board";
    }

    /** A card goes one column on or back; what the step still needs is asked for on the prospect's own page. */
    @PostMapping("/ledger/board/moves")
    String move(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String back,
            Viewer officer,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        var prospect = Lenient.id(id);
        if (prospect == null) throw new NotFound();
        try {
            moves.move(prospect, new StageForm(stage(to), null, null, "", "", null), officer);
            after.addFlashAttribute("flash", "prospects.done.move");
            return "redirect:" + (back.startsWith("/ledger") ? Redirects.inside(back) : "/ledger/board");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
            return "redirect:/ledger/" + prospect;
        }
    }

    private static Stage stage(String typed) {
        var stage = Lenient.value(Stage.class, typed);
        if (stage == null) throw new Refused("prospects.refused.step");
        return stage;
    }

    @GetMapping("/ledger/calendar")
    String calendar(
            LedgerFilter filter,
            @RequestParam(defaultValue = "") String month,
            Viewer officer,
            Model model,
            HttpServletResponse response) {
        var scope = ledger.put("calendar", filter, officer, model, response);
        model.addAttribute("month", agenda.month(month(month), filter, scope, officer));
        model.addAttribute("chips", chips.of(filter, null));
        return "prospects/calendar";
    }

    private YearMonth month(String typed) {
        try {
            var month = YearMonth.parse(typed);
            return month.getYear() < 2000 || month.getYear() > 2099 ? YearMonth.now(clock) : month;
        } catch (DateTimeException unreadable) {
            return YearMonth.now(clock);
        }
    }

    @PostMapping("/ledger/views")
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "list") String surface,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") String shared,
            Viewer officer,
            RedirectAttributes after) {
        officer.require(officer.isOfficer());
        var known = SavedViews.Surface.of(surface);
        var plain = SavedViews.plain(query);
        try {
            views.keep(name, known, plain, shared.equals("true"), officer);
            after.addFlashAttribute("flash", "prospects.done.view");
        } catch (Refused refused) {
            after.addFlashAttribute("refused", refused.getKey());
        }
        return "redirect:" + known.address(plain);
    }

    @PostMapping("/ledger/views/{view}/removal")
    String remove(@PathVariable UUID view, Viewer officer, RedirectAttributes after) {
        officer.require(officer.isOfficer());
        views.remove(view, officer);
        after.addFlashAttribute("flash", "prospects.done.viewRemoved");
        return "redirect:/ledger";
    }
}
