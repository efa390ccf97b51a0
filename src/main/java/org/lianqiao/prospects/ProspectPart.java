package org.lianqiao.prospects;

import java.util.UUID;
import org.lianqiao.shared.Viewer;
import org.springframework.ui.Model;

/** What a part of the ledger adds to the page of a prospect, for those who see the whole of it. */
public interface ProspectPart {
    void put(UUID prospect, Seat seat, Viewer viewer, Model model);
}
