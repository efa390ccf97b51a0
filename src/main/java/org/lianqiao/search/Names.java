package org.lianqiao.search;

import java.util.Set;
import java.util.regex.Pattern;

/** The part of an organisation's name by which people call it: 联泰环保 of 广东联泰环保股份有限公司. */
final class Names {
    private static final Pattern LEGAL =
            Pattern.compile("(集团)?(股份有限公司|有限责任公司|有限公司|股份公司|公司|合伙企业(（[^）]*）|\\([^)]*\\))?)$");
    private static final Pattern BRACKETS = Pattern.compile("（[^）]*）|\\([^)]*\\)");
    private static final String RANKS = "市省县";
    private static final int SHORTEST = 2;
    private static final int LONGEST_PLACE = 24;

    private Names() {}

    /** @param places names of regions, which often stand first */
    static String called(String name, Set<String> places) {
        var core = LEGAL.matcher(BRACKETS.matcher(name).replaceAll("")).replaceFirst("");
        int place = place(core, places);
        if (core.length() - place >= SHORTEST) core = core.substring(place);
        return core.length() >= SHORTEST ? core : name;
    }

    /** How long the place is with which a name begins, the longest: 三河市 before 三河. */
    private static int place(String name, Set<String> places) {
        for (int length = Math.min(name.length(), LONGEST_PLACE); length >= SHORTEST; length--) {
            if (places.contains(name.substring(0, length))) return length;
            if (RANKS.indexOf(name.charAt(length - 1)) >= 0 && places.contains(name.substring(0, length - 1)))
                return length;
        }
        return 0;
    }
}
