package org.lianqiao.prospects;

import java.util.UUID;
import org.lianqiao.shared.Viewer;
import org.springframework.ui.Model;

/** What a part of this module adds to the page of a prospect. */
public interface PagePart {
    /** @param seat from where the viewer looks: who sees less is to be told less */
    void addTo(Model model, UUID prospect, Seat seat, Viewer viewer);
}
