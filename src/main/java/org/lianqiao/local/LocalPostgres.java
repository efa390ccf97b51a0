package org.lianqiao.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL inside this process's directory, as durable as any: it survives a normal stop, a killed JVM and a
 * stale {@code postmaster.pid}. One process owns the directory, by a lock that the system drops with the process.
 */
@Slf4j
final class LocalPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    LocalPostgres(Path directory) throws IOException {
        var home = Files.createDirectories(directory.toAbsolutePath());
        lockFile = lock(home);
        var data = home.resolve("data");
        stopOrphan(data.resolve("postmaster.pid"));
        // What was only half made by a stop during the very first start is made anew.
        boolean fresh = !Files.exists(home.resolve("complete"));
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(fresh)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .start();
        Files.writeString(home.resolve("complete"), "");
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(home.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new DirectoryInUse(home);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A killed JVM leaves its server running; a crash of the machine leaves only the file. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return;
        var first = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        var orphan = first.matches("[0-9]{1,9}")
                ? ProcessHandle.of(Long.parseLong(first))
                : java.util.Optional.<ProcessHandle>empty();
        orphan.filter(LocalPostgres::isPostgres).ifPresent(LocalPostgres::stop);
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    private static void stop(ProcessHandle server) {
        log.info("Stopping the PostgreSQL that an earlier run left behind (process {})", server.pid());
        server.destroy();
        if (!ended(server)) {
            server.destroyForcibly();
            ended(server);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        lockFile.close();
    }

    /** Another copy of the portal runs on the same data. */
    static final class DirectoryInUse extends RuntimeException {
        DirectoryInUse(Path directory) {
            super(directory.toString());
        }
    }
}
