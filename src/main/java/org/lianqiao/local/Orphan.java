package org.lianqiao.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/**
 * The PostgreSQL that a killed JVM left running on our data; a crash of the machine leaves only its file. Whoever calls
 * holds the directory's lock, so that nobody works with it.
 */
@Slf4j
@RequiredArgsConstructor
final class Orphan {
    private static final int PATIENCE_SECONDS = 20;

    private final Path home;

    void stop() throws IOException {
        var pidFile = home.resolve("data/postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var process = process(pidFile).filter(this::isOurs);
        if (process.isPresent()) stop(process.get());
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(first -> first.matches("[0-9]{1,9}"))
                    .flatMap(first -> ProcessHandle.of(Long.parseLong(first)));
        }
    }

    /** The number may long belong to somebody else, even to another PostgreSQL: only ours runs from our directory. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(program -> program.startsWith(home.resolve("binaries")) || program.startsWith(real("binaries")))
                .isPresent();
    }

    private Path real(String child) {
        try {
            return home.resolve(child).toRealPath();
        } catch (IOException e) {
            return home.resolve(child);
        }
    }

    private static void stop(ProcessHandle server) throws IOException {
        log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", server.pid());
        // SIGINT is PostgreSQL's fast shutdown; the SIGTERM that Java sends would wait for every client to leave.
        new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).start();
        if (hasEnded(server)) return;
        server.destroyForcibly();
        hasEnded(server);
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
