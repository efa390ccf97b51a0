package org.lianqiao.matching;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.lianqiao.matching.ranking.Matchmaker;
import org.lianqiao.needs.NeedKind;
import org.lianqiao.shared.Viewer;
import org.springframework.stereotype.Service;

/** A few needs that fit the reader's enterprise or members, for the desk: which waits for nothing. */
@Service
@RequiredArgsConstructor
public class MatchDesk {
    private final Matchmaker matchmaker;
    private final Opportunities opportunities;

    /** @param why the first reason; for an association the member's name */
    public record Opportunity(UUID need, String title, String why, NeedKind kind, LocalDate until) {}

    /** The best that the reader has not answered yet; none while the first snapshot is being made. */
    public List<Opportunity> of(Viewer viewer, int most) {
        if (!viewer.isMember() || !matchmaker.isReady(Duration.ZERO)) return List.of();
        var members = opportunities.ofMembers(viewer);
        var rows = members.isEmpty() ? opportunities.of(viewer) : members;
        return rows.stream()
                .filter(Opportunities.Row::isOpen)
                .limit(most)
                .map(r -> new Opportunity(
                        r.need().id(),
                        r.need().shown(),
                        members.isEmpty() ? r.reasons().stream().findFirst().orElse("") : r.member(),
                        r.need().kind(),
                        r.need().expiresOn()))
                .toList();
    }
}
