import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianqiao.events.scheduling.Conflict;
import org.lianqiao.events.scheduling.Conflicts;
import org.lianqiao.events.scheduling.Effort;
import org.lianqiao.events.scheduling.Guest;
import org.lianqiao.events.scheduling.Problem;
import org.lianqiao.events.scheduling.Repair;
import org.lianqiao.events.scheduling.Scheduler;
import org.lianqiao.events.scheduling.Wish;

/** Solves one instance, prints value, bound, gap and seconds, and writes the schedule for a checker. */
public final class Schedule {
    private static final int FAIRNESS = 2;

    public static void main(String[] args) throws IOException {
        var options = options(args);
        var instance = Path.of(args[0]);
        double seconds = Double.parseDouble(options.getOrDefault("--seconds", "30"));
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        var text = Files.readString(instance);
        var problem = args[0].endsWith(".json") ? weighted(text) : literature(text);
        explain(problem);
        var effort = new Effort(seconds, Long.MAX_VALUE, seed, threads(), FAIRNESS);
        long began = System.nanoTime();
        var schedule = new Scheduler(possible(problem)).solve(effort);
        print(instance, problem, schedule, (System.nanoTime() - began) / 1e9);
        if (options.containsKey("--repair"))
            Day.of(possible(problem), schedule, Integer.parseInt(options.get("--repair")), seed);
        if (options.containsKey("--out")) write(Path.of(options.get("--out")), schedule);
    }

    private static void print(
            Path instance, Problem problem, org.lianqiao.events.scheduling.Schedule schedule, double took) {
        var value = schedule.value();
        long held = Arrays.stream(schedule.slots()).filter(s -> s >= 0).count();
        System.out.println(
                "instance                         held        weight   bound   gap %  breaks  bound  tables changed  seconds  M moves");
        System.out.printf(
                Locale.ROOT,
                "%-30s %5d/%-5d %7d %7d %7.2f %7d %6d %15d %8.1f %8.0f  %s%n",
                instance.getFileName().toString().replaceAll("\\.(dzn|json)$", ""),
                held,
                problem.wishes().size(),
                value.weight(),
                schedule.weightBound(),
                100.0 * (schedule.weightBound() - value.weight()) / Math.max(1, schedule.weightBound()),
                value.breaks(),
                schedule.breaksBound(),
                value.changes(),
                took,
                schedule.moves() / 1e6,
                schedule.isProvenBest() ? "proven best" : "not proven");
    }

    private static void write(Path out, org.lianqiao.events.scheduling.Schedule schedule) throws IOException {
        var value = schedule.value();
        Files.writeString(
                out,
                "{\"slots\": " + list(schedule.slots()) + ", \"tables\": " + list(schedule.tables())
                        + ", \"weight\": " + value.weight() + ", \"weight_bound\": " + schedule.weightBound()
                        + ", \"breaks\": " + value.breaks() + ", \"breaks_bound\": " + schedule.breaksBound()
                        + "}\n");
    }

    /** Says what keeps the whole from being held, counting from 1 as the instance does. */
    private static void explain(Problem problem) {
        for (var conflict : Conflicts.of(problem)) System.out.println("impossible: " + words(conflict));
        if (problem.wishes().stream().mapToInt(Wish::weight).max().orElse(0) > 1) return;
        for (var conflict : Conflicts.toHoldingAll(problem)) System.out.println("cannot hold all: " + words(conflict));
    }

    private static String words(Conflict conflict) {
        var words = conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        words += ", participants " + conflict.guests().stream().map(g -> g + 1).toList();
        words += ", meetings " + conflict.wishes().stream().map(w -> w + 1).toList();
        return conflict.slot() < 0 ? words : words + ", slot " + (conflict.slot() + 1);
    }

    /** Gives up what is pinned against all reason, so that the rest can be scheduled. */
    private static Problem possible(Problem problem) {
        var lost =
                Conflicts.of(problem).stream().flatMap(c -> c.wishes().stream()).collect(Collectors.toSet());
        if (lost.isEmpty()) return problem;
        var wishes = new ArrayList<>(problem.wishes());
        lost.forEach(w -> wishes.set(
                w,
                new Wish(
                        wishes.get(w).first(),
                        wishes.get(w).second(),
                        wishes.get(w).weight(),
                        0)));
        return Problem.of(problem.slots(), problem.tables(), problem.guests(), wishes);
    }

    private static int threads() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    private static Map<String, String> options(String[] args) {
        if (args.length < 1 || args[0].startsWith("--")) {
            System.err.println(
                    "usage: bench/schedule INSTANCE.dzn|INSTANCE.json [--seconds N] [--seed S] [--repair NO-SHOWS] --out FILE.json");
            System.exit(2);
        }
        var options = new HashMap<String, String>();
        for (int i = 1; i + 1 < args.length; i += 2) options.put(args[i], args[i + 1]);
        return options;
    }

    private static String list(int[] from0) {
        return Arrays.stream(from0).mapToObj(n -> String.valueOf(n + 1)).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The B2B instances of Bofill et al.: every meeting is mandatory. */
    private static Problem literature(String file) {
        var text = file.replaceAll("%.*", "");
        int guests = number(text, "nBusiness");
        int meetings = number(text, "nMeetings");
        int slots = number(text, "nTotalSlots");
        long all = (1L << slots) - 1;
        long morning = (1L << number(text, "nMorningSlots")) - 1;
        var requested = numbers(block(text, "requested"));
        var forbidden = sets(block(text, "forbidden"), guests);
        var fixedText = block(text, "fixed") == null ? block(text, "fixat") : block(text, "fixed");
        var fixed = fixedText == null ? new int[meetings] : numbers(fixedText);
        var before = sets(block(text, "precedences"), meetings);
        var wishes = new ArrayList<Wish>();
        for (int m = 0; m < meetings; m++) {
            int a = requested[3 * m] - 1;
            int b = requested[3 * m + 1] - 1;
            long open = all;
            if (requested[3 * m + 2] == 1) open &= morning;
            if (requested[3 * m + 2] == 2) open &= ~morning;
            wishes.add(new Wish(
                    a,
                    b,
                    1,
                    open,
                    fixed[m] - 1,
                    before.get(m).stream().map(n -> n - 1).toList()));
        }
        return Problem.of(
                slots,
                number(text, "nTables"),
                forbidden.stream().map(off -> new Guest(~bits(off), 0)).toList(),
                wishes);
    }

    private static long bits(List<Integer> slots) {
        long bits = 0;
        for (int slot : slots) bits |= 1L << slot - 1;
        return bits;
    }

    private static int number(String text, String name) {
        var found = Pattern.compile("\\b" + name + "\\s*=\\s*(-?\\d+)\\s*;").matcher(text);
        if (!found.find()) throw new IllegalArgumentException("no " + name);
        return Integer.parseInt(found.group(1));
    }

    private static String block(String text, String name) {
        var found = Pattern.compile("\\b" + name + "\\s*=\\s*\\[(.*?)\\]\\s*;", Pattern.DOTALL)
                .matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static int[] numbers(String text) {
        return Pattern.compile("-?\\d+")
                .matcher(text)
                .results()
                .mapToInt(n -> Integer.parseInt(n.group()))
                .toArray();
    }

    /** The sets of a block; zero stands for nothing. */
    private static List<List<Integer>> sets(String block, int count) {
        if (block == null) return java.util.Collections.nCopies(count, List.of());
        return Pattern.compile("\\{([^}]*)\\}")
                .matcher(block)
                .results()
                .map(set -> Arrays.stream(numbers(set.group(1)))
                        .filter(n -> n > 0)
                        .boxed()
                        .toList())
                .toList();
    }

    private static Problem weighted(String text) {
        var guests = objects(text, "participants");
        int slots = value(text, "slots");
        var index = new HashMap<Integer, Integer>();
        int promised = Pattern.compile("\"minimum\"\\s*:\\s*1\\b").matcher(text).find() ? 1 : 0;
        var all = new ArrayList<Guest>();
        for (var guest : guests) {
            index.put(value(guest, "id"), index.size());
            var off = Pattern.compile("\"unavailable\"\\s*:\\s*\\[([^\\]]*)\\]").matcher(guest);
            all.add(new Guest(
                    off.find()
                            ? ~bits(Arrays.stream(numbers(off.group(1))).boxed().toList())
                            : Guest.ALWAYS,
                    promised));
        }
        var wishes = new ArrayList<Wish>();
        for (var request : objects(text, "requests")) {
            int a = index.get(value(request, "a"));
            int b = index.get(value(request, "b"));
            wishes.add(new Wish(a, b, value(request, "weight")));
        }
        return Problem.of(slots, value(text, "tables"), all, wishes);
    }

    private static List<String> objects(String text, String name) {
        int begin = text.indexOf('[', text.indexOf("\"" + name + "\""));
        int depth = 0;
        int end = begin;
        do {
            if (text.charAt(end) == '[') depth++;
            if (text.charAt(end) == ']') depth--;
            end++;
        } while (depth > 0);
        return Pattern.compile("\\{[^{}]*\\}")
                .matcher(text.substring(begin, end))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static int value(String text, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?\\d+)").matcher(text);
        if (!found.find()) throw new IllegalArgumentException("no " + name);
        return Integer.parseInt(found.group(1));
    }

    /** What the day does to a published schedule whose fourth slot is next; each is mended in a second, as the portal does. */
    private record Day(Problem problem, org.lianqiao.events.scheduling.Schedule published, Random random) {
        private static final int NEXT = 3;
        private static final Effort SECOND = new Effort(1, Long.MAX_VALUE, 1, 2, FAIRNESS);

        static void of(Problem problem, org.lianqiao.events.scheduling.Schedule published, int noShows, long seed) {
            var day = new Day(problem, published, new Random(seed));
            System.out.println("repair                 weight   bound   gap %  moved  in the next slot  seconds");
            day.mend(noShows + " no-shows", day.absent(noShows));
            var late = day.guests(1);
            day.mend(
                    "one late",
                    Repair.of(problem, published, NEXT).late(late.iterator().next(), problem.slots() - 2),
                    late);
            day.mend("a walk-in", day.walkIn(), Set.of());
            day.mend("a table lost", Repair.of(problem, published, NEXT).withoutTable(0), Set.of());
        }

        private Map.Entry<Repair, Set<Integer>> absent(int howMany) {
            var absent = guests(howMany);
            var repair = Repair.of(problem, published, NEXT);
            absent.forEach(repair::absent);
            return Map.entry(repair, absent);
        }

        private Set<Integer> guests(int howMany) {
            var some = new HashSet<Integer>();
            while (some.size() < howMany)
                some.add(random.nextInt(problem.guests().size()));
            return some;
        }

        private Repair walkIn() {
            int number = problem.guests().size();
            var wishes = guests(4).stream().map(g -> new Wish(g, number, 5)).toList();
            return Repair.of(problem, published, NEXT).walkIn(new Guest(), wishes);
        }

        private void mend(String what, Map.Entry<Repair, Set<Integer>> repair) {
            mend(what, repair.getKey(), repair.getValue());
        }

        /** @param whom whose own meetings do not count as moved */
        private void mend(String what, Repair repair, Set<Integer> whom) {
            long began = System.nanoTime();
            var after = new Scheduler(repair.problem()).solve(SECOND);
            double took = (System.nanoTime() - began) / 1e9;
            int moved = 0;
            int soon = 0;
            for (int w = 0; w < published.slots().length; w++) {
                int was = published.slots()[w];
                var wish = problem.wishes().get(w);
                if (was == after.slots()[w] || whom.contains(wish.first()) || whom.contains(wish.second())) continue;
                if (was >= 0) moved++;
                if (was >= 0 && was <= NEXT || after.slots()[w] >= 0 && after.slots()[w] <= NEXT) soon++;
            }
            int weight = after.value().weight();
            int bound = after.weightBound();
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %8d %7d %7.2f %6d %17d %8.2f%n",
                    what,
                    weight,
                    bound,
                    100.0 * (bound - weight) / Math.max(1, bound),
                    moved,
                    soon,
                    took);
        }
    }
}
