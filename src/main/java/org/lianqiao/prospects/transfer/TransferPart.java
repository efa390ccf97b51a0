package org.lianqiao.prospects.transfer;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.PagePart;
import org.lianqiao.prospects.Seat;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 流转中 and 引荐 on the page of a prospect. */
@Component
@RequiredArgsConstructor
class TransferPart implements PagePart {
    private final TransferQueries queries;

    @Override
    public void addTo(Model model, UUID prospect, Seat seat, Viewer viewer) {
        if (!seat.seesAll()) return;
        model.addAttribute("transfer", queries.openOf(prospect, viewer).orElse(null));
        model.addAttribute("introducers", queries.introducers(prospect));
    }
}
