package org.lianqiao.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Tokens;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL inside this process's directory, as durable as any: it survives a normal stop, a killed JVM and a
 * stale {@code postmaster.pid}. One process owns the directory, by a lock that the system drops with the process.
 */
@Slf4j
final class LocalPostgres implements AutoCloseable {
    private final FileChannel lock;
    private final String password;
    private final EmbeddedPostgres server;

    /** @throws CannotStart where the directory is in use or not writable, or the server does not start */
    LocalPostgres(Path directory) {
        var home = directory.toAbsolutePath().normalize();
        try {
            lock = lock(ownedAlone(home));
        } catch (FileSystemException e) {
            throw new CannotStart(CannotStart.Why.NOT_WRITABLE, home, e);
        } catch (IOException e) {
            throw new CannotStart(CannotStart.Why.FAILED, home, e);
        }
        try {
            new Orphan(home).stop();
            clearWhatIsHalfMade(home);
            password = password(home.resolve("password"));
            server = start(home);
            Files.writeString(home.resolve("complete"), "");
        } catch (IOException | RuntimeException e) {
            release();
            throw new CannotStart(CannotStart.Why.FAILED, home, e);
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String password() {
        return password;
    }

    /** Nobody else reads the data, or changes the programs that we run. */
    private static Path ownedAlone(Path home) throws IOException {
        Files.createDirectories(home);
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel =
                FileChannel.open(home.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException e) {
            // another context of this very process has it
        }
        channel.close();
        throw new CannotStart(CannotStart.Why.IN_USE, home, null);
    }

    /** A first start that was broken off leaves a cluster, or programs, that nobody can use: they are made anew. */
    private static void clearWhatIsHalfMade(Path home) throws IOException {
        if (!Files.exists(home.resolve("complete"))) FileSystemUtils.deleteRecursively(home.resolve("data"));
        var binaries = Files.createDirectories(home.resolve("binaries"));
        try (var unpacked = Files.newDirectoryStream(binaries, "PG-*")) {
            for (var programs : unpacked)
                if (!Files.exists(programs.resolve(".exists"))) FileSystemUtils.deleteRecursively(programs);
        }
    }

    /** Other people of the same machine reach the port too, so that it asks for a password that only we can read. */
    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = Files.createTempFile(file.getParent(), "password", ""); // readable by its owner only
            Files.writeString(fresh, Tokens.next());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    private EmbeddedPostgres start(Path home) throws IOException {
        var logFile = home.resolve("postgres.log");
        if (Files.exists(logFile))
            Files.move(logFile, home.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false) // true would also delete it at the stop
                .setRegisterShutdownHook(false) // the last requests still need it; the context stops it after them
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(Redirect.appendTo(logFile.toFile()))
                .setErrorRedirector(Redirect.appendTo(logFile.toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("password").toString())
                .setConnectConfig("password", password)
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        release();
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("The lock was not released", e);
        }
    }

    /** Why no PostgreSQL runs inside. */
    static final class CannotStart extends RuntimeException {
        enum Why {
            IN_USE,
            NOT_WRITABLE,
            FAILED
        }

        final transient Why why;
        final transient Path directory;

        CannotStart(Why why, Path directory, @Nullable Throwable cause) {
            super(why + " " + directory, cause);
            this.why = why;
            this.directory = directory;
        }
    }
}
