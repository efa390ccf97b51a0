package org.lianqiao.web;

import java.util.List;
import org.lianqiao.shared.Viewer;

/**
 * What stands around every page.
 *
 * @param viewer who looks; {@link Viewer#VISITOR} where nobody signed in
 * @param menu the items that this person's role has
 * @param address the page in full, to be forwarded; empty where it is not for everybody
 * @param htmlClass classes of the root element: larger text, high contrast
 * @param unread how many notices wait under the bell
 */
public record Frame(
        Viewer viewer,
        List<Item> menu,
        String path,
        String address,
        String lang,
        String otherLangHref,
        String htmlClass,
        int unread,
        Site site) {

    /** @param count what waits for this person there; 0 shows nothing */
    public record Item(String key, String href, String icon, int count, boolean active) {}

    /** Who runs the portal, from the settings; empty texts are not shown. */
    public record Site(String organizer, String icp, String support) {}

    public boolean isDesk() {
        return viewer.isSignedIn();
    }
}
