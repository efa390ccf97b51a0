package org.lianqiao.prospects.rules;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Role;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 跟进时限: every number of the rules, in common or for one alliance. */
@Controller
@RequestMapping("/administration/ledger-rules")
@RequiredArgsConstructor
class RuleController {
    private final Rules rules;

    /** A line of the page: one rule in one stage, a cell for each rank. */
    record Line(RuleKind kind, @Nullable String stage, List<Cell> cells) {}

    /** @param otherwise what holds where the cell is left empty */
    record Cell(
            String name,
            String attention,
            String typed,
            @Nullable Integer otherwise,
            boolean wrong) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "") String alliance, Viewer administrator, Model model) {
        require(administrator);
        var scope = scope(alliance);
        var typed = new HashMap<String, String>();
        rules.set(scope).forEach((cell, days) -> typed.put(cell.name(), String.valueOf(days)));
        return page(scope, typed, List.of(), model);
    }

    @PostMapping
    String keep(
            @RequestParam(defaultValue = "") String alliance,
            @RequestParam Map<String, String> typed,
            Viewer administrator,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        require(administrator);
        var scope = scope(alliance);
        var days = new LinkedHashMap<RuleCell, Integer>();
        var wrong = new ArrayList<String>();
        for (var cell : RuleCell.ALL) {
            var text = typed.getOrDefault(cell.name(), "").strip();
            if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= Rules.MOST_DAYS)
                days.put(cell, Integer.parseInt(text));
            else if (!text.isEmpty()) wrong.add(cell.name());
        }
        if (wrong.isEmpty()) {
            rules.keep(scope, days, administrator);
            after.addFlashAttribute("flash", "rules.done.keep");
            return "redirect:/administration/ledger-rules" + (scope == null ? "" : "?alliance=" + scope);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(scope, typed, wrong, model);
    }

    private String page(@Nullable UUID scope, Map<String, String> typed, List<String> wrong, Model model) {
        var common = scope == null ? Map.<RuleCell, Integer>of() : rules.set(null);
        var lines = new LinkedHashMap<String, Line>();
        for (var cell : RuleCell.ALL) {
            var stage = cell.stage() == null ? null : cell.stage().name();
            lines.computeIfAbsent(cell.kind() + "-" + stage, k -> new Line(cell.kind(), stage, new ArrayList<>()))
                    .cells
                    .add(new Cell(
                            cell.name(),
                            cell.attention().name(),
                            typed.getOrDefault(cell.name(), ""),
                            common.get(cell),
                            wrong.contains(cell.name())));
        }
        model.addAttribute("lines", List.copyOf(lines.values()));
        model.addAttribute("wrong", wrong);
        model.addAttribute("scope", scope == null ? "" : scope.toString());
        model.addAttribute("alliances", rules.alliances());
        return "rules/rules";
    }

    private @Nullable UUID scope(String alliance) {
        if (alliance.isEmpty()) return null;
        var id = Lenient.id(alliance);
        if (id == null || rules.alliances().stream().noneMatch(o -> o.value().equals(id.toString())))
            throw new NotFound();
        return id;
    }

    private static void require(Viewer viewer) {
        viewer.require(viewer.has(Role.SYSTEM_ADMIN));
    }
}
