package org.lianqiao.cockpit.briefs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.Addresses;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A brief of what somebody may read: shown first, then taken along. */
@Controller
@RequiredArgsConstructor
class BriefController {
    /** For somebody who has not signed in. */
    private static final int FEW = 10;

    /** Written while somebody waits: so many take some seconds. */
    private static final int MOST = 20;

    private final Briefs briefs;
    private final Addresses addresses;

    @GetMapping("/briefs")
    String show(Selection selection, Viewer viewer, Model model) {
        var items = found(selection, viewer);
        model.addAttribute("items", items);
        model.addAttribute("most", items.size() == most(viewer) ? most(viewer) : null);
        model.addAttribute("internal", items.stream().anyMatch(i -> !i.open()));
        model.addAttribute("named", briefs.title(items, Briefs.locale(selection)));
        model.addAttribute("words", briefs.words(selection, items, addresses.shown("")));
        model.addAttribute("selection", selection);
        model.addAttribute("chinese", selection.to("/briefs", null));
        model.addAttribute("english", selection.to("/briefs", "en"));
        model.addAttribute("file", selection.to("/briefs/file", selection.isEnglish() ? "en" : null));
        return "cockpit/briefs/show";
    }

    /** What was ticked in the library, as an address that can be kept and passed on. */
    @PostMapping("/briefs")
    String pick(@RequestParam(defaultValue = "") List<String> ids, RedirectAttributes after) {
        var picked = new Selection(ids, null, null, null);
        if (!picked.projects().isEmpty()) return "redirect:" + picked.to("/briefs", null);
        after.addFlashAttribute("refused", "cockpit.brief.none");
        return "redirect:/projects";
    }

    @GetMapping("/briefs/file")
    ResponseEntity<byte[]> file(Selection selection, Viewer viewer) {
        var items = found(selection, viewer);
        var name = briefs.title(items, Briefs.locale(selection)).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ") + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(briefs.pdf(selection, items, addresses.shown("")));
    }

    /** A brief of nothing is no page. */
    private List<BriefItem> found(Selection selection, Viewer viewer) {
        var items = briefs.items(selection, viewer);
        if (items.isEmpty()) throw new NotFound();
        return items.subList(0, Math.min(items.size(), most(viewer)));
    }

    private static int most(Viewer viewer) {
        return viewer.isSignedIn() ? MOST : FEW;
    }
}
