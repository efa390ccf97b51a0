package org.lianqiao.journeys;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the journeys: one found on this machine, else the one that Playwright installs itself. Where neither
 * is to be had the journeys fail: a build that looked at no page has tested none.
 */
final class Chromium {
    /** As root, on a machine without a display, asking nobody outside. */
    static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Keeps the driver from fetching browsers by itself. */
    static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final List<String> VARIABLES = List.of("LIANQIAO_CHROMIUM", "CHROME_BIN", "CHROMIUM_PATH");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> PLACES =
            List.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Chromium() {}

    /** @return where the browser is; empty where Playwright knows it, since it installed it */
    static Optional<Path> find() {
        var named = VARIABLES.stream()
                .map(System::getenv)
                .filter(path -> path != null && !path.isBlank())
                .map(Path::of);
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        var found = Stream.of(named, onPath, PLACES.stream())
                .flatMap(paths -> paths)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) install();
        return found;
    }

    private static void install() {
        try {
            var command = Driver.ensureDriverInstalled(NO_DOWNLOAD, false).createProcessBuilder();
            command.command().addAll(List.of("install", "chromium"));
            var process = command.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw missing(said, null);
        } catch (IOException e) {
            throw missing(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing("interrupted", e);
        }
    }

    static IllegalStateException missing(String said, Throwable cause) {
        return new IllegalStateException("""
                No browser for the journeys. Install one (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk), or name it:
                LIANQIAO_CHROMIUM=/path/to/chrome mvn verify. Without the journeys: mvn verify -DskipBrowserTests.
                Playwright's own installation said: %s""".formatted(said.strip()), cause);
    }
}
