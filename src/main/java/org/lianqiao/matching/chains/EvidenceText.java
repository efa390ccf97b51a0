package org.lianqiao.matching.chains;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.lianqiao.web.Choices;
import org.lianqiao.web.Option;
import org.springframework.stereotype.Component;

/** Evidence in words: where a fact is about a node, who stands there, region by region. */
@Component
@RequiredArgsConstructor
class EvidenceText {
    private final Choices choices;

    String of(Evidence evidence, List<Option> regions) {
        var words = evidence.args().stream()
                .map(a -> a instanceof ChainNode node ? standing(node, regions) : a)
                .toArray();
        return choices.text(evidence.key(), words);
    }

    /** 企业 3 · 需求 1: what stands in the alliance, and what is open at the node. */
    String brief(ChainNode node) {
        return Stream.of(
                        counted("chains.brief.enterprises", node.allied().enterprises()),
                        counted("chains.brief.needs", node.all().needs()),
                        counted("chains.brief.projects", node.all().projects()))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String counted(String key, int count) {
        return count == 0 ? "" : choices.text(key, count);
    }

    /** 三河 2 家、香河 1 家，其中大型企业 1 家. */
    private String standing(ChainNode node, List<Option> regions) {
        var places = regions.stream()
                .filter(r -> node.in(r.value()).enterprises() > 0)
                .map(r -> choices.text(
                        "chains.evidence.place", r.label(), node.in(r.value()).enterprises()))
                .collect(Collectors.joining(choices.text("chains.comma")));
        int large = node.allied().large();
        return large == 0 ? places : choices.text("chains.evidence.large", places, large);
    }
}
