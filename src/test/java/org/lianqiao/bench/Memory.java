package org.lianqiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What this process holds: the portal and the bench together, without the database. */
final class Memory {
    private Memory() {}

    static void print() {
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "memory: heap in use %d MB, resident %s, at most %s%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                status("VmRSS"),
                status("VmHWM"));
    }

    private static String status(String field) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith(field))
                    .map(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
