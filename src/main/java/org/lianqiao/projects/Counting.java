package org.lianqiao.projects;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;
import org.lianqiao.shared.Viewer;
import org.lianqiao.web.Conditions;
import org.lianqiao.web.Lenient;

/**
 * Which projects a figure counts, as typed in the address. Jointly a project counts once; for a side, and for an office,
 * by its own sites.
 *
 * @param counted whose sites count: {@code BOTH}, {@code SIDE} or {@code OURS}; nothing where no figure is followed
 * @param firstSince the first day of the first signing of those sites; {@code firstUntil} the last
 * @param signedSince the first day of the signing of any of them; {@code signedUntil} the last
 * @param startedSince the first day of the start of works on any of them; {@code startedUntil} the last
 * @param inRegion where one of them stands
 * @param inFunction what one of them is for
 * @param between two regions, each with a site of the project, as two codes with a comma
 */
record Counting(
        @Nullable String counted,
        @Nullable String firstSince,
        @Nullable String firstUntil,
        @Nullable String signedSince,
        @Nullable String signedUntil,
        @Nullable String startedSince,
        @Nullable String startedUntil,
        @Nullable String inRegion,
        @Nullable String inFunction,
        @Nullable String between) {
    static final Counting NOTHING = new Counting(null, null, null, null, null, null, null, null, null, null);

    private static final String REGION =
            "s.region_code in (select code from region where :inRegion in (code, parent_code))";

    private Conditions conditions(Viewer viewer) {
        var own = LibraryReader.counts(counted);
        var first = "(select min(s.signed_on) from project_site s where s.project_id = p.id and " + own + ")";
        var regions = regions();
        return Conditions.where("true")
                .and("p.alliance_id = :countedAlliance", "countedAlliance", counted == null ? null : alliance(viewer))
                .and(first + " >= :firstSince", "firstSince", Lenient.date(firstSince))
                .and(first + " <= :firstUntil", "firstUntil", Lenient.date(firstUntil))
                .within(site(own, "%s"), days("s.signed_on", "signed", signedSince, signedUntil))
                .within(site(own, "%s"), days("s.started_on", "started", startedSince, startedUntil))
                .and(site(own, REGION), "inRegion", Lenient.region(inRegion))
                .and(site(own, "s.function = :inFunction"), "inFunction", functionOf())
                .and(site("true", "s.region_code = :oneRegion"), "oneRegion", regions == null ? null : regions[0])
                .and(site("true", "s.region_code = :otherRegion"), "otherRegion", regions == null ? null : regions[1]);
    }

    private static Conditions days(String column, String name, @Nullable String since, @Nullable String until) {
        return Conditions.where("true")
                .and(column + " >= :" + name + "Since", name + "Since", Lenient.date(since))
                .and(column + " <= :" + name + "Until", name + "Until", Lenient.date(until));
    }

    private static String site(String own, String condition) {
        return "exists (select from project_site s where s.project_id = p.id and " + own + " and " + condition + ")";
    }

    private static UUID alliance(Viewer viewer) {
        return Objects.requireNonNullElse(viewer.allianceId(), new UUID(0, 0));
    }

    String where(Viewer viewer) {
        return conditions(viewer).sql();
    }

    Map<String, Object> values(Viewer viewer) {
        return conditions(viewer).values();
    }

    @Nullable
    SiteFunction functionOf() {
        return Lenient.value(SiteFunction.class, inFunction);
    }

    String @Nullable [] regions() {
        return between != null && between.matches("[0-9]{6},[0-9]{6}") ? between.split(",") : null;
    }

    /** The days of a chip, as 2027-01-01—2027-03-31. */
    static String span(@Nullable String since, @Nullable String until) {
        var from = Lenient.date(since);
        var to = Lenient.date(until);
        return from == null && to == null ? "" : text(from) + "—" + text(to);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
