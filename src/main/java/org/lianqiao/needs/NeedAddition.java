package org.lianqiao.needs;

import java.util.UUID;
import org.lianqiao.shared.Viewer;
import org.springframework.ui.Model;

/** What a module below adds to the page of a published need, for this reader. */
public interface NeedAddition {
    void add(UUID need, Viewer viewer, Model model);
}
