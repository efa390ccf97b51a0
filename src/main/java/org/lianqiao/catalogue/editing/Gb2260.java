package org.lianqiao.catalogue.editing;

import java.util.Optional;
import java.util.Set;

/** Codes of administrative divisions, GB/T 2260: two digits each for province, prefecture and county. */
final class Gb2260 {
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

    private Gb2260() {}

    static boolean isOne(String code) {
        return code.matches("[0-9]{6}")
                && PROVINCES.contains(code.substring(0, 2))
                && (!code.substring(2, 4).equals("00") || code.endsWith("00"));
    }

    /**
     * What it lies in: a county in its prefecture, a district of a municipality and a county under the province itself
     * (省直辖县级行政区划, 90) in the province; a province in nothing.
     */
    static Optional<String> above(String code) {
        var province = code.substring(0, 2) + "0000";
        var prefecture = code.substring(0, 4) + "00";
        if (code.equals(province)) return Optional.empty();
        boolean direct = MUNICIPALITIES.contains(code.substring(0, 2)) || code.startsWith("90", 2);
        return Optional.of(code.equals(prefecture) || direct ? province : prefecture);
    }
}
