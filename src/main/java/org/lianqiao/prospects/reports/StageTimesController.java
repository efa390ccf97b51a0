package org.lianqiao.prospects.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 阶段用时: how long everything takes. */
@Controller
@RequiredArgsConstructor
class StageTimesController {
    private final StageTimes times;

    /** A line: what stands in a stage now, and what has gone through it. */
    record Line(Stage stage, StageTimes.@Nullable Now now, StageTimes.@Nullable Past past) {}

    @GetMapping("/ledger/times")
    String show(Viewer officer, Model model) {
        officer.require(officer.isOfficer());
        var now = times.now(officer);
        var past = times.past(officer);
        var lines = new ArrayList<Line>();
        for (var stage : Stage.values())
            lines.add(new Line(
                    stage,
                    now.stream()
                            .filter(n -> n.officeId() == null && n.stage() == stage)
                            .findFirst()
                            .orElse(null),
                    past.get(stage)));
        var offices = new LinkedHashMap<String, List<StageTimes.Now>>();
        for (var one : now)
            if (one.officeId() != null)
                offices.computeIfAbsent(String.valueOf(one.office()), o -> new ArrayList<>())
                        .add(one);
        model.addAttribute("lines", lines);
        model.addAttribute("offices", offices);
        model.addAttribute("wide", officer.coordinating());
        model.addAttribute("scope", officer.coordinating() ? "SIDE" : "HELD");
        return "reports/times";
    }
}
