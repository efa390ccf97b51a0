package org.lianqiao.web;

import java.util.Map;
import org.lianqiao.shared.Viewer;

/** Where somebody must act: counted by a module below, shown in the menu and under the bell, in one statement each. */
public interface FrameCounts {
    /** @return waiting items by menu key; a key that is missing counts nothing */
    Map<String, Integer> waiting(Viewer viewer);

    int unread(Viewer viewer);
}
