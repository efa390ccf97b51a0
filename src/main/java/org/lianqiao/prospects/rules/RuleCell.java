package org.lianqiao.prospects.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Attention;
import org.lianqiao.prospects.Stage;

/** For which prospects a number of days holds. @param stage nothing where the rule is the same in every stage */
record RuleCell(RuleKind kind, @Nullable Stage stage, Attention attention) {
    /** Every cell, in the order in which a page shows them. */
    static final List<RuleCell> ALL = all();

    /** Its name in a form. */
    public String name() {
        return kind.name() + (stage == null ? "" : "-" + stage.name()) + "-" + attention.name();
    }

    private static List<RuleCell> all() {
        var cells = new ArrayList<RuleCell>();
        for (var kind : RuleKind.values())
            if (!kind.isByStage()) for (var rank : Attention.values()) cells.add(new RuleCell(kind, null, rank));
            else
                for (var stage : Stage.values())
                    if (stage != Stage.PRODUCING)
                        for (var rank : Attention.values()) cells.add(new RuleCell(kind, stage, rank));
        return List.copyOf(cells);
    }
}
