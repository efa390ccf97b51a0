package org.lianqiao.prospects.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Attention;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Recorded;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Option;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of the rules, in working days: common ones, and those that an alliance set for itself. */
@Service
@RequiredArgsConstructor
class Rules {
    static final int MOST_DAYS = 400;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    private record Line(
            @Nullable UUID allianceId,
            RuleKind kind,
            @Nullable Stage stage,
            Attention attention,
            int days) {
        RuleCell cell() {
            return new RuleCell(kind, stage, attention);
        }
    }

    /** What was set for this alliance, or in common. */
    @Transactional(readOnly = true)
    Map<RuleCell, Integer> set(@Nullable UUID alliance) {
        var set = new HashMap<RuleCell, Integer>();
        for (var line : lines()) if (Objects.equals(line.allianceId, alliance)) set.put(line.cell(), line.days);
        return set;
    }

    /** What holds in this alliance; what nobody set is no rule. */
    @Transactional(readOnly = true)
    Map<RuleCell, Integer> holding(@Nullable UUID alliance) {
        var holding = set(null);
        if (alliance != null) holding.putAll(set(alliance));
        return holding;
    }

    @Transactional(readOnly = true)
    List<Option> alliances() {
        return jdbc.sql("select id::text as value, name_zh as label from alliance order by code")
                .query(Option.class)
                .list();
    }

    /** What is left out follows the common numbers; in common it is no rule. */
    @Transactional
    void keep(@Nullable UUID alliance, Map<RuleCell, Integer> days, Viewer by) {
        var before = set(alliance);
        jdbc.sql("delete from ledger_rule where alliance_id is not distinct from cast(:alliance as uuid)")
                .param("alliance", alliance == null ? null : alliance.toString())
                .update();
        days.forEach((cell, number) -> jdbc.sql("""
                        insert into ledger_rule (alliance_id, kind, stage, attention, days) values (cast(:alliance as uuid), :kind, :stage, :attention, :days)
                        """)
                .param("alliance", alliance == null ? null : alliance.toString())
                .param("kind", cell.kind().name())
                .param("stage", cell.stage() == null ? null : cell.stage().name())
                .param("attention", cell.attention().name())
                .param("days", number)
                .update());
        var changed = changes(before, days);
        if (!changed.isEmpty())
            events.publishEvent(new Recorded(
                    by, "rule.edit", "rule", alliance, alliance == null ? "*" : alliance.toString(), changed));
    }

    private static String changes(Map<RuleCell, Integer> before, Map<RuleCell, Integer> after) {
        var changes = new ArrayList<String>();
        for (var cell : RuleCell.ALL) {
            var was = before.get(cell);
            var is = after.get(cell);
            if (!Objects.equals(was, is)) changes.add(cell.name() + " " + was + " → " + is);
        }
        return String.join("; ", changes);
    }

    private List<Line> lines() {
        return jdbc.sql("select alliance_id, kind, stage, attention, days from ledger_rule")
                .query(Line.class)
                .list();
    }
}
