package org.lianqiao.cockpit.figures;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Money;

/**
 * The cockpit as one reader sees it.
 *
 * @param asOf 数据截至
 * @param beyond leads that others hold and do not share with the reader; {@code beyondProjects} the same of projects
 */
record CockpitPage(
        String scope,
        Period period,
        Period previous,
        ZonedDateTime asOf,
        List<Figure> figures,
        ProspectTallies.Beyond beyond,
        long beyondProjects,
        List<Step> funnel,
        List<Table> tables,
        Heat heat,
        FlowMap map,
        List<Late> late) {

    /**
     * One of the six.
     *
     * @param count how many its list counts
     * @param money what it says instead, where it is a sum
     * @param change against the previous period in per cent; nothing where there was none
     */
    record Figure(
            String key,
            long count,
            boolean inMoney,
            @Nullable Money money,
            @Nullable Long change,
            long before,
            @Nullable Money moneyBefore,
            String href) {}

    /**
     * How many came as far as a stage.
     *
     * @param share of those at the step before, in per cent; {@code whole} of those at the first
     * @param days the median from the step before, of {@code of}; nothing where they are too few
     */
    record Step(
            String stage,
            long count,
            long before,
            @Nullable Long share,
            @Nullable Long whole,
            @Nullable Integer days,
            int of,
            String href) {}

    /** @param key what it is broken down by; {@code rest} leads that stand in no row: not told, or not given */
    record Table(String key, List<Row> rows, long rest) {
        public boolean hasLeads() {
            return rows.stream().anyMatch(r -> r.leads != null);
        }

        public boolean hasProjects() {
            return rows.stream().anyMatch(r -> r.projects != null);
        }

        public boolean hasLate() {
            return rows.stream().anyMatch(r -> r.late != null);
        }
    }

    record Row(
            String label,
            @Nullable Cell leads,
            @Nullable Cell projects,
            @Nullable Money money,
            @Nullable Cell late) {
        public long size() {
            return (leads == null ? 0 : leads.count) + (projects == null ? 0 : projects.count);
        }
    }

    record Cell(long count, long before, String href) {}

    record Heat(List<String> regions, List<HeatRow> rows) {}

    record HeatRow(String chain, List<HeatCell> cells) {}

    /** @param level from 0 for nothing to 4 for the most */
    record HeatCell(long count, int level, String href) {}

    record Late(String key, long count, String href) {}

    /** The most that any step of the funnel counts, for how wide it is drawn. */
    public long widest() {
        return funnel.isEmpty() ? 1 : Math.max(1, funnel.get(0).count);
    }
}
