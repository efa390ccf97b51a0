package org.lianqiao.organizations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Uscc;
import org.lianqiao.sheets.Columns;
import org.lianqiao.sheets.Row;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.SheetReader;

/**
 * A sheet of enterprises, read and checked.
 *
 * @param problems rows that are left out
 * @param notes cells that are left out of a row that is taken
 */
record OrganizationSheet(List<Line> lines, List<RowProblem> problems, List<RowProblem> notes, int rows) {
    private static final int HEADER_WITHIN = 10;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PRODUCT = 60;
    private static final int MOST_PRODUCTS = 60;
    private static final int LONGEST_PROFILE = 4000;
    private static final int LONGEST_TEXT = 200;

    /** An enterprise as the sheet has it; empty texts are not known. */
    record Line(
            int row,
            String name,
            String key,
            String shortName,
            @Nullable String code,
            @Nullable String stockCode,
            @Nullable String region,
            @Nullable String industry,
            String industryText,
            List<String> products,
            String profile,
            @Nullable String size,
            String address,
            String website) {}

    /** @throws Refused where the file is no such sheet */
    static OrganizationSheet read(byte[] file, RegionNames regions, Map<String, String> industries) {
        var reading = new Reading(regions, industries);
        SheetReader.read(file, reading::take);
        if (reading.columns == null) throw new Refused("organizations.import.refused.header");
        return new OrganizationSheet(reading.lines, reading.problems, reading.notes, reading.rows);
    }

    /** A name without the brackets and spaces that tell no enterprises apart; the same in the database's index. */
    static String key(String name) {
        return name.replaceAll("[\\s()（）]", "").toLowerCase(Locale.ROOT);
    }

    private static final class Reading {
        private static final Map<String, String> SIZES = Map.of(
                "微型", "MICRO", "小型", "SMALL", "中型", "MEDIUM", "大型", "LARGE", "micro", "MICRO", "small", "SMALL",
                "medium", "MEDIUM", "large", "LARGE");

        private final RegionNames regions;
        private final Map<String, String> industries;
        private final List<Line> lines = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();
        private final List<RowProblem> notes = new ArrayList<>();
        private final Map<String, Integer> byCode = new HashMap<>();
        private final Map<String, Integer> byName = new HashMap<>();
        private final Map<String, Integer> nameOnly = new HashMap<>();
        private @Nullable Columns<OrganizationColumn> columns;
        private int rows;

        Reading(RegionNames regions, Map<String, String> industries) {
            this.regions = regions;
            this.industries = industries;
        }

        void take(Row row) {
            if (columns != null) {
                rows++;
                read(columns, row);
                return;
            }
            columns = Columns.in(row, OrganizationColumn.class, c -> c.names, List.of(OrganizationColumn.NAME))
                    .orElse(null);
            if (columns == null && row.number() > HEADER_WITHIN)
                throw new Refused("organizations.import.refused.header");
        }

        private void read(Columns<OrganizationColumn> in, Row row) {
            var name = in.of(row, OrganizationColumn.NAME);
            int length = name.codePointCount(0, name.length());
            if (length < 2 || length > LONGEST_NAME) {
                problem(in, row, OrganizationColumn.NAME, "organizations.import.problem.name");
                return;
            }
            var typed = in.of(row, OrganizationColumn.CODE);
            var code = Uscc.parse(typed).map(Uscc::value).orElse(null);
            if (code == null && !typed.isEmpty()) {
                problem(in, row, OrganizationColumn.CODE, "organizations.import.problem.code");
                return;
            }
            var earlier = earlier(code, key(name), row.number());
            if (earlier != null) {
                problem(
                        in,
                        row,
                        OrganizationColumn.NAME,
                        "organizations.import.problem.twice",
                        String.valueOf(earlier));
                return;
            }
            lines.add(line(in, row, name, code));
        }

        /** The row that already named this enterprise: by code, or by name where one of both has no code. */
        private @Nullable Integer earlier(@Nullable String code, String key, int row) {
            var same = code == null ? byName.get(key) : byCode.getOrDefault(code, nameOnly.get(key));
            if (same != null) return same;
            byName.put(key, row);
            if (code == null) nameOnly.put(key, row);
            else byCode.put(code, row);
            return null;
        }

        private Line line(Columns<OrganizationColumn> in, Row row, String name, @Nullable String code) {
            var industry = industry(in, row);
            var industryCode = industries.get(industry);
            return new Line(
                    row.number(),
                    name,
                    key(name),
                    fitting(in, row, OrganizationColumn.SHORT_NAME, LONGEST_NAME),
                    code,
                    stockCode(in, row),
                    region(in, row),
                    industryCode,
                    industryCode == null ? industry : "",
                    products(in, row),
                    fitting(in, row, OrganizationColumn.PROFILE, LONGEST_PROFILE),
                    size(in, row),
                    fitting(in, row, OrganizationColumn.ADDRESS, LONGEST_TEXT),
                    fitting(in, row, OrganizationColumn.WEBSITE, LONGEST_TEXT));
        }

        private @Nullable String stockCode(Columns<OrganizationColumn> in, Row row) {
            var typed = in.of(row, OrganizationColumn.STOCK_CODE).toUpperCase(Locale.ROOT);
            return typed.matches("[0-9A-Z]{4,10}") ? typed : null;
        }

        private @Nullable String region(Columns<OrganizationColumn> in, Row row) {
            var place = in.of(row, OrganizationColumn.REGION);
            var city = in.of(row, OrganizationColumn.CITY);
            var province = in.of(row, OrganizationColumn.PROVINCE);
            var found = regions.code(province, place.isEmpty() ? city : place);
            if (found == null && !(place + city + province).isEmpty())
                note(
                        in,
                        row,
                        place.isEmpty() ? OrganizationColumn.PROVINCE : OrganizationColumn.REGION,
                        "organizations.import.note.region");
            return found;
        }

        private static String industry(Columns<OrganizationColumn> in, Row row) {
            return Stream.of(OrganizationColumn.INDUSTRY, OrganizationColumn.INDUSTRY_2, OrganizationColumn.INDUSTRY_3)
                    .map(c -> in.of(row, c))
                    .filter(t -> !t.isEmpty())
                    .map(t -> t.length() > LONGEST_TEXT ? t.substring(0, LONGEST_TEXT) : t)
                    .collect(Collectors.joining("/"));
        }

        private List<String> products(Columns<OrganizationColumn> in, Row row) {
            Set<String> products = new LinkedHashSet<>();
            Arrays.stream(in.of(row, OrganizationColumn.PRODUCTS).split("[；;、，,\\n]"))
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .forEach(products::add);
            if (products.removeIf(p -> p.codePointCount(0, p.length()) > LONGEST_PRODUCT)
                    || products.size() > MOST_PRODUCTS)
                note(in, row, OrganizationColumn.PRODUCTS, "organizations.import.note.products");
            return products.stream().limit(MOST_PRODUCTS).toList();
        }

        private @Nullable String size(Columns<OrganizationColumn> in, Row row) {
            var typed = in.of(row, OrganizationColumn.SIZE);
            var size = SIZES.get(typed.toLowerCase(Locale.ROOT).replaceFirst("企业$", ""));
            if (size == null && !typed.isEmpty())
                note(in, row, OrganizationColumn.SIZE, "organizations.import.note.size");
            return size;
        }

        private String fitting(Columns<OrganizationColumn> in, Row row, OrganizationColumn column, int longest) {
            var text = in.of(row, column);
            if (text.codePointCount(0, text.length()) <= longest) return text;
            note(in, row, column, "organizations.import.note.cut", String.valueOf(longest));
            return text.substring(0, text.offsetByCodePoints(0, longest));
        }

        private void problem(
                Columns<OrganizationColumn> in, Row row, OrganizationColumn column, String key, String... args) {
            problems.add(new RowProblem(row.number(), in.title(column), key, args));
        }

        private void note(
                Columns<OrganizationColumn> in, Row row, OrganizationColumn column, String key, String... args) {
            notes.add(new RowProblem(row.number(), in.title(column), key, args));
        }
    }
}
