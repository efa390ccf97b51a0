package org.lianqiao.prospects.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.SiteFunction;

/**
 * Which office is proposed for a lead, and why. What the enterprise wishes weighs most: a region that it names. Then what
 * the matter needs: a region whose function that is. Else the office that met it goes on.
 */
record Proposal(UUID officeId, String office, Why why) {
    enum Why {
        /** The enterprise names the region. */
        WISH,
        /** The matter needs what the region is for. */
        FUNCTION,
        /** Nothing speaks for another office. */
        MET
    }

    /** An office with its region, as the wording of a matter may name it. */
    record Office(UUID id, String name, List<String> places, List<SiteFunction> functions) {}

    private static final Map<SiteFunction, List<String>> WORDS = Map.of(
            SiteFunction.RESEARCH, List.of("研发", "总部", "创新", "实验室", "科研"),
            SiteFunction.PILOT, List.of("中试", "孵化", "试制"),
            SiteFunction.PRODUCTION, List.of("生产", "制造", "基地", "工厂", "产线", "厂房"),
            SiteFunction.SUPPORT, List.of("配套", "物流", "仓储", "服务中心"));

    /**
     * @param text what the enterprise said: matter and summary
     * @param met the office that holds the lead now
     * @param offices in the order in which they are tried
     */
    static Proposal of(String text, UUID met, List<Office> offices) {
        var named = offices.stream()
                .filter(o -> o.places.stream().anyMatch(text::contains))
                .toList();
        if (!named.isEmpty()) return proposal(preferred(named, met), Why.WISH);
        var needs = functions(text);
        var fitting = offices.stream()
                .filter(o -> needs.stream().anyMatch(o.functions::contains))
                .toList();
        if (!fitting.isEmpty()) return proposal(preferred(best(fitting, needs), met), Why.FUNCTION);
        return offices.stream()
                .filter(o -> o.id.equals(met))
                .findFirst()
                .map(o -> proposal(o, Why.MET))
                .orElseGet(() -> new Proposal(met, "", Why.MET));
    }

    /** What the words ask for, the first said first: 中试 in 生产基地 is said, not meant. */
    static List<SiteFunction> functions(String text) {
        var found = new ArrayList<Map.Entry<Integer, SiteFunction>>();
        WORDS.forEach((function, words) -> words.stream()
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .ifPresent(at -> found.add(Map.entry(at, function))));
        return found.stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Those who do what is said first. */
    private static List<Office> best(List<Office> offices, List<SiteFunction> needs) {
        for (var need : needs) {
            var able = offices.stream().filter(o -> o.functions.contains(need)).toList();
            if (!able.isEmpty()) return able;
        }
        return offices;
    }

    /** Whoever met the enterprise goes before others that fit as well. */
    private static Office preferred(List<Office> fitting, @Nullable UUID met) {
        return fitting.stream().filter(o -> o.id.equals(met)).findFirst().orElse(fitting.get(0));
    }

    private static Proposal proposal(Office office, Why why) {
        return new Proposal(office.id, office.name, why);
    }
}
