package org.lianqiao.prospects.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.accounts.People;
import org.lianqiao.catalogue.Catalogue;

/** What names in a sheet stand for: people of the office, regions, nodes, stages. Of two people of one name, none. */
final class Names {
    private static final Map<String, Pattern> STAGES = Map.of(
            "LEAD", Pattern.compile("线索|意向|储备|信息|初步接触"),
            "CONTACTED", Pattern.compile("对接中?|接洽中?|已对接|正在对接"),
            "NEGOTIATING", Pattern.compile("洽谈中?|在谈|谈判|深入洽谈|正在洽谈|重点在谈"),
            "SIGNED", Pattern.compile("(已|完成)?签约|已签|正式签约"),
            "LANDED", Pattern.compile("(已)?落地|(已)?注册|(已)?开工|在建|(已)?落户"),
            "PRODUCING", Pattern.compile("(已)?投产|(已)?运营|(已)?竣工投产|达产"));

    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, UUID> nodes = new HashMap<>();

    Names(UUID office, People people, Catalogue catalogue) {
        Set<String> twice = new HashSet<>();
        for (var person : people.officersOf(office))
            if (this.people.put(person.label(), UUID.fromString(person.value())) != null) twice.add(person.label());
        twice.forEach(this.people::remove);
        for (var region : catalogue.regions()) {
            regions.putIfAbsent(plain(region.label()), region.value());
            regions.putIfAbsent(plain(catalogue.regionName(region.value())), region.value());
        }
        for (var chain : catalogue.nodes())
            for (var node : chain.nodes()) nodes.putIfAbsent(node.label(), UUID.fromString(node.value()));
    }

    @Nullable
    UUID person(String name) {
        return people.get(name.replaceAll("\\s", ""));
    }

    @Nullable
    String region(String name) {
        return regions.get(plain(name));
    }

    /** 河北省廊坊市三河市, 三河市 and 三河 are one place. */
    private static String plain(String place) {
        return place.replaceAll("\\s", "")
                .replaceFirst("^(北京市|河北省)(?=..)", "")
                .replaceFirst("^廊坊市?(?=..)", "")
                .replaceFirst("(?<=..)(回族自治县|省|市|区|县)$", "");
    }

    @Nullable
    UUID node(String name) {
        return nodes.get(name.strip());
    }

    static @Nullable String stage(String word) {
        var plain = word.replaceAll("[\\s（）()]|阶段$|项目$", "");
        return STAGES.entrySet().stream()
                .filter(e -> e.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String attention(String word) {
        if (word.matches(".*(不再|停止|终止|放弃).*")) return "REST";
        if (word.matches(".*(重点|紧密).*")) return "FOCUS";
        return word.matches(".*(保持|持续|一般|常规).*") ? "KEEP" : null;
    }
}
