package org.lianqiao.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.catalogue.Catalogue;
import org.lianqiao.matching.ranking.Match;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.matching.ranking.Sight;
import org.lianqiao.organizations.OrganizationSize;
import org.lianqiao.shared.Money;
import org.lianqiao.shared.OrganizationKind;
import org.lianqiao.shared.PageOf;
import org.lianqiao.shared.Paging;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Choices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The enterprises that fit a need, the best first, each with why; and those that do not, also with why. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class NeedMatches {
    private static final int MOST = 100;

    private final Matchmaker matchmaker;
    private final NeedDemands demands;
    private final Enterprises enterprises;
    private final Feedback feedback;
    private final Why why;
    private final Catalogue catalogue;
    private final Choices choices;

    /**
     * One enterprise.
     *
     * @param page where it is shown; empty where the reader may not open it
     * @param mine what the reader's own organisation said
     * @param invitation who invited it, whoever it was
     * @param unsuitable why it is set aside, in words; empty where it is not
     */
    record Row(
            UUID id,
            String name,
            String page,
            String region,
            @Nullable OrganizationSize size,
            boolean registered,
            boolean strong,
            List<String> reasons,
            boolean intending,
            @Nullable Said mine,
            @Nullable Said invitation,
            String unsuitable) {
        public boolean isInvitable() {
            return registered && invitation == null && mine == null && !intending;
        }

        /** The association to which the match is owed. */
        public String credit() {
            return invitation != null && invitation.kind() == OrganizationKind.ASSOCIATION ? invitation.by() : "";
        }
    }

    record Matched(PageOf<Row> fitting, List<Row> unsuitable) {}

    Matched of(Sought need, Viewer viewer, Paging paging) {
        var all = rows(need, viewer);
        var fitting = all.stream().filter(r -> r.unsuitable.isEmpty()).toList();
        var page = fitting.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new Matched(
                new PageOf<>(page, paging, fitting.size()),
                all.stream().filter(r -> !r.unsuitable.isEmpty()).toList());
    }

    private List<Row> rows(Sought need, Viewer viewer) {
        var said = feedback.of(need.id());
        Map<UUID, Match> ranked = new LinkedHashMap<>();
        for (var match : matchmaker.match(demands.of(need), MOST, Sight.of(viewer, enterprises.members(viewer))))
            ranked.put(match.enterprise(), match);
        var ids = new HashSet<>(ranked.keySet());
        said.stream().filter(s -> concerns(s, need, viewer)).forEach(s -> ids.add(s.organizationId()));
        var known = enterprises.find(ids, viewer);
        var intending = enterprises.intending(need.id());
        var rows = new ArrayList<Row>();
        for (var match : ranked.values()) {
            var enterprise = known.get(match.enterprise());
            if (enterprise != null) rows.add(row(need, enterprise, match, said, intending, viewer));
        }
        // Whom the reader's side spoke of stays in view, also where it does not rank any more.
        for (var enterprise : known.values())
            if (!ranked.containsKey(enterprise.id())) rows.add(row(need, enterprise, null, said, intending, viewer));
        return rows;
    }

    private Row row(
            Sought need,
            Enterprises.Enterprise enterprise,
            @Nullable Match match,
            List<Said> all,
            Set<UUID> intending,
            Viewer viewer) {
        var said = all.stream()
                .filter(s -> s.organizationId().equals(enterprise.id()))
                .toList();
        boolean opens = viewer.kind() != null && viewer.kind().isGovernment() || enterprise.member();
        return new Row(
                enterprise.id(),
                enterprise.name(),
                opens ? "/organizations/" + enterprise.id() : "",
                catalogue.regionName(enterprise.regionCode()),
                enterprise.size(),
                enterprise.registered(),
                match != null && match.strong(),
                match == null ? List.of() : why.of(match, viewer),
                intending.contains(enterprise.id()),
                said.stream()
                        .filter(s -> s.givenFor().equals(viewer.organizationId()))
                        .findFirst()
                        .orElse(null),
                said.stream().filter(Said::isInvitation).findFirst().orElse(null),
                unsuitable(need, enterprise, said, viewer));
    }

    private String unsuitable(Sought need, Enterprises.Enterprise enterprise, List<Said> said, Viewer viewer) {
        for (var s : said) if (!s.isInvitation() && concerns(s, need, viewer)) return inWords(s, viewer);
        if (enterprise.size() == OrganizationSize.MICRO && isLarge(need.amountYuan()))
            return choices.text(
                    "matching.excluded.size", choices.label(enterprise.size()), sum(Money.ofYuan(need.amountYuan())));
        return "";
    }

    /** What counts for this reader: the own word, the asker's, and the enterprise's; not what another office noted. */
    private static boolean concerns(Said said, Sought need, Viewer viewer) {
        return said.givenFor().equals(viewer.organizationId())
                || said.givenFor().equals(need.organizationId())
                || said.isItsOwn();
    }

    private String inWords(Said said, Viewer viewer) {
        if (said.isItsOwn()) return choices.text("matching.excluded.self");
        boolean mine = said.givenFor().equals(viewer.organizationId());
        boolean told = mine || viewer.kind() != null && viewer.kind().isGovernment();
        if (!told || said.reason() == null) return choices.text("matching.excluded.owner");
        var reason = choices.label(said.reason());
        return choices.text(
                mine ? "matching.excluded.mine" : "matching.excluded.owner.because",
                said.note().isEmpty() ? reason : reason + choices.text("matching.colon") + said.note());
    }

    private static boolean isLarge(@Nullable BigDecimal yuan) {
        return yuan != null && yuan.compareTo(NeedDemands.LARGE) >= 0;
    }

    private String sum(@Nullable Money money) {
        if (money == null) return "";
        return money.readsInYi()
                ? choices.text("web.yi", money.yi().toPlainString())
                : choices.text("web.wan", money.wan().toPlainString());
    }
}
