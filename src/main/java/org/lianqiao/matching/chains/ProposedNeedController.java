package org.lianqiao.matching.chains;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.needs.NeedProposal;
import org.lianqiao.needs.Needs;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.lianqiao.web.InChinese;
import org.lianqiao.web.Lenient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One click from a gap, a strength or an extension to the draft of a need that carries its evidence along. */
@Controller
@RequiredArgsConstructor
class ProposedNeedController {
    private final ChainMaps maps;
    private final Needs needs;
    private final Catalogue catalogue;
    private final Choices choices;

    /** A second click leads to the draft of the first. */
    @PostMapping("/chains/{code}/nodes/{node}/needs")
    String draft(
            @PathVariable String code,
            @PathVariable UUID node,
            @RequestParam(defaultValue = "") String kind,
            Viewer author,
            RedirectAttributes after) {
        author.require(author.isMember() || author.isOfficer());
        var wanted = Optional.ofNullable(Lenient.value(NeedKind.class, kind)).orElseThrow(NotFound::new);
        var proposal = InChinese.words(() -> proposal(code, node, wanted, author));
        if (proposal.isEmpty()) {
            after.addFlashAttribute("refusal", choices.text("chains.refused.gone"));
            return "redirect:/chains/" + code;
        }
        var id = needs.propose(proposal.get(), author);
        after.addFlashAttribute("flash", "chains.flash.drafted");
        return "redirect:/my/needs/" + id + "/edit";
    }

    /** In Chinese, as needs are written, whichever language the map was read in. */
    private Optional<NeedProposal> proposal(String code, UUID node, NeedKind kind, Viewer author) {
        return maps.evidence(code, node, kind, author).map(facts -> {
            var evidence = String.join(choices.text("chains.semicolon"), facts);
            var name = catalogue.nodeName(node);
            return new NeedProposal(
                    kind,
                    node,
                    choices.text("chains.draft.title." + kind, name),
                    choices.text("chains.draft.description." + kind, name, evidence),
                    evidence);
        });
    }
}
