package org.lianqiao.matching;

import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 匹配: who fits a need; what fits the reader's enterprise, members or region. */
@Controller
@RequiredArgsConstructor
class MatchController {
    private final MatchPages pages;

    @GetMapping("/matches")
    String matches(
            @RequestParam(defaultValue = "") String need,
            @RequestParam(defaultValue = "") String member,
            Paging paging,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        viewer.require(viewer.isMember() || viewer.isOfficer());
        return need.isEmpty()
                ? pages.list(member, paging, viewer, model, response)
                : pages.need(pages.concerning(Lenient.id(need), viewer), paging, viewer, model, response);
    }
}
