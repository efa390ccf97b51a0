package org.lianqiao.prospects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ledger as a list, and the page of a prospect. */
@Controller
@RequiredArgsConstructor
class LedgerController {
    private final ProspectQueries queries;
    private final ProspectShow show;
    private final LedgerModel ledger;
    private final LedgerChips chips;

    @GetMapping("/ledger")
    String list(LedgerFilter filter, Paging paging, Viewer officer, Model model, HttpServletResponse response) {
        var scope = ledger.put("list", filter, officer, model, response);
        var listing = queries.list(filter, scope, paging, officer);
        model.addAttribute("list", listing);
        model.addAttribute("page", listing.page());
        model.addAttribute("chips", chips.of(filter, listing));
        return "prospects/index";
    }

    @GetMapping("/ledger/{id}")
    String show(@PathVariable UUID id, Viewer officer, Model model) {
        return show.page(id, officer, model);
    }
}
