package org.lianqiao.prospects.requests;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.prospects.PagePart;
import org.lianqiao.prospects.Seat;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The requests on the page of their prospect. */
@Component
@RequiredArgsConstructor
class RequestsOfProspect implements PagePart {
    private final RequestQueries queries;

    @Override
    public void addTo(Model model, UUID prospect, Seat seat, Viewer viewer) {
        if (!seat.seesAll()) return;
        model.addAttribute("enterpriseRequests", queries.of(prospect, viewer));
    }
}
