package org.lianqiao.search;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The part of an organisation's name by which people call it: 联泰环保 of 广东联泰环保股份有限公司. */
final class Names {
    private static final Pattern LEGAL =
            Pattern.compile("(集团)?(股份有限公司|有限责任公司|有限公司|股份公司|公司|合伙企业(（[^）]*）|\\([^)]*\\))?)$");
    private static final Pattern BRACKETS = Pattern.compile("（[^）]*）|\\([^)]*\\)");
    private static final int SHORTEST = 2;

    private Names() {}

    /** @param places names of regions, which often stand first */
    static String called(String name, Iterable<String> places) {
        var core = LEGAL.matcher(BRACKETS.matcher(name).replaceAll("")).replaceFirst("");
        var place = longest(core, places);
        if (core.length() - place.length() >= SHORTEST) core = core.substring(place.length());
        return core.length() >= SHORTEST ? core : name;
    }

    private static String longest(String name, Iterable<String> places) {
        var first = "";
        for (var place : places)
            for (var form : List.of(place, place + "市", place + "省", place + "县"))
                if (form.length() > first.length() && name.startsWith(form)) first = form;
        return first;
    }

    /** The longest first, so that 三河市 is seen before 三河. */
    static List<String> longestFirst(Iterable<String> places) {
        var sorted = new java.util.ArrayList<String>();
        places.forEach(sorted::add);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted;
    }
}
