package org.lianqiao.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long one thing takes that is done many times: by the clock, and of the processor by this thread. Where others use
 * the machine too, the second is the truer.
 */
public final class Stopwatch {
    private static final double MILLISECOND = 1e6;

    private final List<Long> wall = new ArrayList<>();
    private final List<Long> processor = new ArrayList<>();

    public <T> T time(Supplier<T> what) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        var made = what.get();
        wall.add(System.nanoTime() - begun);
        processor.add(threads.getCurrentThreadCpuTime() - before);
        return made;
    }

    public void clear() {
        wall.clear();
        processor.clear();
    }

    int times() {
        return wall.size();
    }

    /** In milliseconds. */
    double wall(int percent) {
        return percentile(wall, percent);
    }

    /** In milliseconds. */
    double processor(int percent) {
        return percentile(processor, percent);
    }

    private static double percentile(List<Long> nanos, int percent) {
        if (nanos.isEmpty()) return Double.NaN;
        var sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / MILLISECOND;
    }

    /** Prints both beside what the same costs without the portal. */
    public void print(String what, Stopwatch raw, String rawWhat) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d times: p50 %.1f ms, p95 %.1f ms (of the processor %.1f and %.1f)%n",
                what,
                times(),
                wall(50),
                wall(95),
                processor(50),
                processor(95));
        System.out.printf(
                Locale.ROOT,
                "  %s: p50 %.1f ms, p95 %.1f ms; ratio p50 %.1f, p95 %.1f%n",
                rawWhat,
                raw.wall(50),
                raw.wall(95),
                wall(50) / raw.wall(50),
                wall(95) / raw.wall(95));
    }
}
