package org.lianqiao.matching.ranking;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lianqiao.catalogue.ProductKey;

/**
 * Finds the products of which a need speaks: names that are known, the longest first; else what is left of the title
 * without the words of every need.
 */
public final class DemandReader {
    private static final int LONGEST = 16;
    private static final int MOST = 4;

    /** What is sought stands behind these words, what is offered before the others. */
    private static final Pattern SOUGHT = Pattern.compile(".*(?:寻求|寻找|求购|采购|招引|引进|诚征|征集)(.+)");

    private static final Pattern OFFERED = Pattern.compile("(.+?)(?:供给|供应|供货|招租|出租|出售|转让).*");

    /** Words of every need, which say nothing of the product. */
    private static final Pattern COMMON =
            Pattern.compile("寻求|寻找|求购|采购|招引|引进|诚征|征集|对接|供应商|供应|供货|供给|货源|渠道|配套|就近|长期|稳定|批量|合作|联合|开发|建设|项目|需求"
                    + "|生产|企业|厂家|厂商|基地|产线|规模化|国产|高性能|方案|服务|可分割|招租|出租|出售|有限公司|产业园|[0-9０-９.,，㎡]+");

    /** A text that names what is made here and asks for what goes into it. */
    private static final List<Pattern> UPSTREAM = List.of(
            Pattern.compile("(?:生产|已有|围绕|处于|从事)([^，。；、,.;\\s（(]{2,16}?)(?:整机|的|（|\\(|，|,|做|上游|$).{0,24}上游"),
            Pattern.compile("(?:寻求|寻找|招引|引进|处于)([^，。；、\\s]{2,16}?)的?上游"),
            Pattern.compile("为([^，。；、\\s]{2,16}?)(?:整机|产线|项目)?(?:做|提供)?(?:就近)?配套"));

    private final Predicate<String> known;

    /** @param known whether a key is a product's */
    public DemandReader(Predicate<String> known) {
        this.known = known;
    }

    /** The products that the title names; where none is known, its own words. */
    public List<String> products(String title, boolean sought) {
        var part = part(title, sought);
        var found = named(part);
        if (found.isEmpty()) found = words(part);
        return found.isEmpty() ? named(title) : found;
    }

    /** The products that somebody asks for in a sentence about himself; none where he asks for nothing. */
    public List<String> sought(String says) {
        return SOUGHT.matcher(says).matches() ? products(says, true) : List.of();
    }

    /** What somebody says of himself without what he asks for. */
    public static String offered(String says) {
        var asked = SOUGHT.matcher(says);
        return asked.matches() ? says.substring(0, asked.start(1)) : says;
    }

    /** The products whose upstream is asked for; mostly none. */
    public List<String> suppliersOf(String text) {
        for (var pattern : UPSTREAM) {
            var found = pattern.matcher(text);
            if (!found.find()) continue;
            var word = named(found.group(1));
            if (!word.isEmpty()) return word.subList(0, 1);
        }
        return List.of();
    }

    private static String part(String title, boolean sought) {
        var found = (sought ? SOUGHT : OFFERED).matcher(title);
        return found.matches() ? found.group(1) : title;
    }

    private List<String> named(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = 0; at < text.length() && found.size() < MOST; ) {
            int end = longest(text, at);
            if (end > at) found.add(text.substring(at, end));
            at = Math.max(end, at + 1);
        }
        return List.copyOf(found);
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : COMMON.matcher(text).replaceAll(" ").split("[\\s，。；、：:·/与和及的]+"))
            if (word.length() >= 2 && words.size() < 2) words.add(word);
        return words;
    }

    private int longest(String text, int at) {
        for (int end = Math.min(text.length(), at + LONGEST); end >= at + 2; end--) {
            var word = text.substring(at, end);
            var key = ProductKey.of(word);
            if (key.length() >= 2 && !COMMON.matcher(word).matches() && known.test(key)) return end;
        }
        return at;
    }
}
