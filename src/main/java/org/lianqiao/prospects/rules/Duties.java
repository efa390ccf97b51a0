package org.lianqiao.prospects.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.prospects.Attention;
import org.lianqiao.prospects.PagePart;
import org.lianqiao.prospects.Seat;
import org.lianqiao.prospects.Stage;
import org.lianqiao.shared.Time;
import org.lianqiao.shared.Viewer;
import org.lianqiao.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** What the rules ask of a prospect, on its page: until when, and what is done. */
@Component
@RequiredArgsConstructor
class Duties implements PagePart {
    private final Rules rules;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param due nothing where it is done
     * @param left working days until then; negative where it is late
     * @param done when, and what was written down
     */
    record Duty(
            RuleKind kind,
            int days,
            @Nullable LocalDate due,
            int left,
            @Nullable LocalDate done,
            String note) {
        public boolean isLate() {
            return left < 0;
        }

        /** Whether somebody writes it down here. */
        public boolean isNoted() {
            return kind == RuleKind.ASSESS || kind == RuleKind.FEEDBACK;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public void addTo(Model model, UUID prospect, Seat seat, Viewer viewer) {
        if (!seat.seesAll()) return;
        model.addAttribute("duties", of(prospect));
    }

    List<Duty> of(UUID prospect) {
        var columns = new StringBuilder();
        for (var kind : RuleKind.values())
            columns.append(", p.status = 'OPEN' and ")
                    .append(kind.applies)
                    .append(" as applies_")
                    .append(kind)
                    .append(", ")
                    .append(kind.owed)
                    .append(" as owed_")
                    .append(kind)
                    .append(", ")
                    .append(kind.since)
                    .append(" as since_")
                    .append(kind);
        return jdbc.sql("select p.alliance_id, p.stage, p.attention" + columns + """
                , (select min(coalesce(f.happened_at, f.created_at)) from follow_up f where f.prospect_id = p.id and f.channel <> 'PLAN') as done_ANSWER,
                (select max(m.noted_at) from prospect_milestone m where m.prospect_id = p.id and m.kind = 'ASSESS') as done_ASSESS,
                (select max(m.noted_at) from prospect_milestone m where m.prospect_id = p.id and m.kind = 'FEEDBACK') as done_FEEDBACK,
                (select m.note from prospect_milestone m where m.prospect_id = p.id and m.kind = 'ASSESS' order by m.noted_at desc limit 1) as note_ASSESS,
                (select m.note from prospect_milestone m where m.prospect_id = p.id and m.kind = 'FEEDBACK' order by m.noted_at desc limit 1) as note_FEEDBACK
                from prospect p where p.id = ?""")
                .param(prospect)
                .query((row, n) -> {
                    var stage = Stage.valueOf(row.getString("stage"));
                    var rank = Attention.valueOf(row.getString("attention"));
                    var holding = rules.holding(row.getObject("alliance_id", UUID.class));
                    var duties = new ArrayList<Duty>();
                    for (var kind : RuleKind.values()) {
                        int days = days(holding, kind, stage, rank);
                        if (days == 0 || !row.getBoolean("applies_" + kind)) continue;
                        if (row.getBoolean("owed_" + kind))
                            duties.add(open(kind, days, day(row.getObject("since_" + kind, OffsetDateTime.class))));
                        else
                            duties.add(new Duty(
                                    kind,
                                    days,
                                    null,
                                    0,
                                    day(row.getObject("done_" + kind, OffsetDateTime.class)),
                                    kind == RuleKind.ANSWER ? "" : text(row.getString("note_" + kind))));
                    }
                    return List.copyOf(duties);
                })
                .single();
    }

    private Duty open(RuleKind kind, int days, LocalDate since) {
        var today = LocalDate.now(clock);
        var due = calendar.after(since, days);
        var all = calendar.days();
        int left = today.isAfter(due) ? -Math.max(1, all.between(due, today)) : all.between(today, due);
        return new Duty(kind, days, due, left, null, "");
    }

    static int days(Map<RuleCell, Integer> holding, RuleKind kind, Stage stage, Attention rank) {
        return holding.getOrDefault(new RuleCell(kind, kind.isByStage() ? stage : null, rank), 0);
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(Time.ZONE).toLocalDate();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
