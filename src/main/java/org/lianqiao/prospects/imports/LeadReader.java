package org.lianqiao.prospects.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianqiao.organizations.Phones;
import org.lianqiao.shared.Uscc;
import org.lianqiao.sheets.Days;
import org.lianqiao.sheets.Heading;
import org.lianqiao.sheets.People;
import org.lianqiao.sheets.Reading;
import org.lianqiao.sheets.RowProblem;
import org.lianqiao.sheets.SheetBody;
import org.lianqiao.sheets.SheetCell;
import org.lianqiao.sheets.Sums;

/**
 * Reads one row after the other. Nothing is guessed silently: what is not understood comes along as text with a mark; only
 * what says which enterprise it is, or would be computed, holds a row back.
 */
final class LeadReader {
    private static final String NO_MATTER = "投资意向";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MATTER = 80;
    private static final int LONGEST_SOURCE = 80;
    private static final int LONGEST_STEP = 120;
    private static final int LONGEST_SUMMARY = 2000;
    private static final int LONGEST_PROFILE = 4000;
    private static final int LONGEST_PERSON = 60;

    private static final Pattern NOTHING = Pattern.compile("[-—/\\\\无]*|暂无|待定");
    private static final Pattern STROKES = Pattern.compile("[-—/\\\\]*");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[\\s()（）]");
    private static final Pattern NUMBER = Pattern.compile("XS-\\d{4}-\\d{6,}");
    private static final Pattern SEVERAL = Pattern.compile(".*(公司|集团|厂|院|所)[、;；/].*(公司|集团|厂|院|所).*");

    private final List<Heading> headings;
    private final Map<Integer, Use> uses;
    private final @Nullable BigDecimal unit;
    private final Names names;
    private final Map<ImportField, Heading> places = new EnumMap<>(ImportField.class);

    /** @param unit of bare sums, in yuan; nothing where nobody says */
    LeadReader(List<Heading> headings, Map<Integer, Use> uses, @Nullable BigDecimal unit, Names names) {
        this.headings = headings;
        this.uses = uses;
        this.unit = unit;
        this.names = names;
        for (var heading : headings) {
            var field = use(heading).field();
            if (field != null) places.putIfAbsent(field, heading);
        }
    }

    Lead read(SheetBody.Line line) {
        return new OneRow(line).read();
    }

    /** The name without brackets and spaces; the same in the database's index. */
    static String key(String name) {
        return NO_PART_OF_A_NAME.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private final class OneRow {
        private final SheetBody.Line line;
        private final List<Lead.Text> texts = new ArrayList<>();
        private final List<Lead.Contact> contacts = new ArrayList<>();
        private final List<RowProblem> notes = new ArrayList<>();
        private final List<RowProblem> problems = new ArrayList<>();

        OneRow(SheetBody.Line line) {
            this.line = line;
        }

        Lead read() {
            for (var heading : headings)
                if (use(heading) != Use.IGNORE
                        && line.row().cell(heading.column()).isFormula())
                    problem(heading, "prospects.import.problem.formula");
            var enterprise = enterprise();
            var code = code();
            var number = number();
            var matter = matter();
            var stage = word(ImportField.STAGE, Names::stage);
            var attention = attention();
            var owner = word(ImportField.OWNER, names::person);
            var amount = value(ImportField.AMOUNT, c -> Sums.read(c, unit));
            var region = word(ImportField.REGION, names::region);
            var node = word(ImportField.NODE, names::node);
            var source = fitting(ImportField.SOURCE, LONGEST_SOURCE);
            var summary = fitting(ImportField.SUMMARY, LONGEST_SUMMARY);
            var profile = fitting(ImportField.PROFILE, LONGEST_PROFILE);
            var reported = value(ImportField.REPORTED_ON, Days::read);
            var signed = value(ImportField.SIGNED_ON, Days::read);
            var landed = value(ImportField.LANDED_ON, Days::read);
            var due = value(ImportField.NEXT_DUE, Days::read);
            var step = step(due);
            people();
            keep();
            return new Lead(
                    line.row().number(),
                    line.row().hidden(),
                    enterprise,
                    key(enterprise),
                    code,
                    matter,
                    number,
                    stage,
                    attention,
                    owner,
                    amount,
                    region,
                    node,
                    source,
                    summary,
                    profile,
                    reported,
                    signed,
                    landed,
                    step,
                    step.isEmpty() ? null : due,
                    List.copyOf(texts),
                    List.copyOf(contacts),
                    List.copyOf(notes),
                    List.copyOf(problems),
                    fingerprint(),
                    line.row().cells().stream().map(SheetCell::text).toList());
        }

        private String enterprise() {
            var name = BREAKS.matcher(text(ImportField.ENTERPRISE)).replaceAll("");
            int length = name.codePointCount(0, name.length());
            if (length == 0) problem(ImportField.ENTERPRISE, "prospects.import.problem.noName");
            else if (length < 2 || length > LONGEST_NAME)
                problem(ImportField.ENTERPRISE, "prospects.import.problem.name");
            else if (SEVERAL.matcher(name).matches()) note(ImportField.ENTERPRISE, "prospects.import.note.several");
            return name;
        }

        private @Nullable String code() {
            var typed = text(ImportField.CODE);
            if (NOTHING.matcher(typed).matches()) return null;
            var code = Uscc.parse(typed).map(Uscc::value).orElse(null);
            if (code == null) problem(ImportField.CODE, "prospects.import.problem.code");
            return code;
        }

        private @Nullable String number() {
            var typed = text(ImportField.NUMBER).toUpperCase(Locale.ROOT);
            if (typed.isEmpty()) return null;
            if (NUMBER.matcher(typed).matches()) return typed;
            mark(ImportField.NUMBER, "prospects.import.note.number");
            return null;
        }

        private String matter() {
            var typed = BREAKS.matcher(text(ImportField.MATTER)).replaceAll("");
            int length = typed.codePointCount(0, typed.length());
            if (length < 2) return NO_MATTER;
            if (length <= LONGEST_MATTER) return typed;
            mark(ImportField.MATTER, "prospects.import.note.cut");
            return typed.substring(0, typed.offsetByCodePoints(0, LONGEST_MATTER));
        }

        /** The row's own word, else the line above its group. */
        private @Nullable String attention() {
            if (!text(ImportField.ATTENTION).isEmpty()) return word(ImportField.ATTENTION, Names::attention);
            if (line.group().isEmpty()) return null;
            var found = Names.attention(line.group());
            if (found == null) texts.add(new Lead.Text("分类", line.group(), ""));
            return found;
        }

        private String step(@Nullable LocalDate due) {
            var typed = text(ImportField.NEXT_STEP);
            if (typed.isEmpty()) return "";
            if (due != null && typed.codePointCount(0, typed.length()) <= LONGEST_STEP) return typed;
            mark(ImportField.NEXT_STEP, due == null ? "prospects.import.note.noDue" : "prospects.import.note.long");
            return "";
        }

        private void people() {
            var cell = text(ImportField.CONTACT);
            var phone = text(ImportField.PHONE);
            var read = People.read(cell, phone);
            var found = read.value();
            if (found == null && read.mark().isEmpty()) return;
            var whole = BLANKS.matcher(cell + " " + phone).replaceAll(" ").strip();
            var field = cell.isEmpty() ? ImportField.PHONE : ImportField.CONTACT;
            if (found == null
                    || found.stream()
                            .anyMatch(
                                    p -> !p.phone().isEmpty() && e164(p.phone()).isEmpty())) {
                if (whole.codePointCount(0, whole.length()) > LONGEST_PERSON)
                    problem(field, "prospects.import.problem.person");
                else {
                    note(field, "sheets.mark.person");
                    contacts.add(new Lead.Contact(whole, "", "", "导入原文，姓名和电话待核"));
                }
                return;
            }
            for (var person : found)
                contacts.add(new Lead.Contact(person.name(), person.title(), e164(person.phone()), ""));
        }

        private static String e164(String typed) {
            return typed.isEmpty() ? "" : Phones.parse(typed).orElse("");
        }

        /** Columns that have no field. */
        private void keep() {
            for (var heading : headings) {
                var text = line.row().text(heading.column());
                if (use(heading).equals(Use.KEEP) && !STROKES.matcher(text).matches())
                    texts.add(new Lead.Text(heading.title(), text, ""));
            }
        }

        private <T> @Nullable T value(ImportField field, Function<SheetCell, Reading<T>> reader) {
            var heading = heading(field);
            if (heading == null || line.row().cell(heading.column()).isFormula()) return null;
            var read = reader.apply(line.row().cell(heading.column()));
            if (read.isUnread()) mark(field, read.mark());
            else if (!read.mark().isEmpty()) note(field, read.mark());
            return read.value();
        }

        private <T> @Nullable T word(ImportField field, Function<String, @Nullable T> meaning) {
            var typed = text(field);
            if (NOTHING.matcher(typed).matches()) return null;
            var found = meaning.apply(typed);
            if (found == null) mark(field, "prospects.import.note." + field);
            return found;
        }

        private String fitting(ImportField field, int longest) {
            var text = text(field);
            if (text.codePointCount(0, text.length()) <= longest) return text;
            mark(field, "prospects.import.note.cut");
            return text.substring(0, text.offsetByCodePoints(0, longest));
        }

        private String text(ImportField field) {
            var heading = heading(field);
            if (heading == null || line.row().cell(heading.column()).isFormula()) return "";
            return line.row().text(heading.column()).strip();
        }

        /** Kept as text, and marked. */
        private void mark(ImportField field, String why) {
            var heading = heading(field);
            if (heading == null) return;
            texts.add(new Lead.Text(heading.title(), line.row().text(heading.column()), why));
            note(field, why);
        }

        private void note(ImportField field, String why) {
            notes.add(new RowProblem(line.row().number(), title(field), why));
        }

        private void problem(ImportField field, String why) {
            problems.add(new RowProblem(line.row().number(), title(field), why));
        }

        private void problem(Heading heading, String why) {
            problems.add(new RowProblem(line.row().number(), heading.title(), why));
        }

        private String title(ImportField field) {
            var heading = heading(field);
            return heading == null ? "" : heading.title();
        }

        private String fingerprint() {
            var all = new StringBuilder(line.group());
            for (var heading : headings)
                if (use(heading) != Use.IGNORE)
                    all.append('\u0001')
                            .append(use(heading).code())
                            .append('\u0002')
                            .append(line.row().text(heading.column()));
            return sha256(all.toString());
        }
    }

    private Use use(Heading heading) {
        return uses.getOrDefault(heading.column(), Use.KEEP);
    }

    private @Nullable Heading heading(ImportField field) {
        return places.get(field);
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
