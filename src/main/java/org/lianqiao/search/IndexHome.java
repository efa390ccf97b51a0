package org.lianqiao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lombok.extern.slf4j.Slf4j;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where the index lies. It is only a copy: one that is broken, or made by another version, is thrown away before it is
 * opened, and made anew while the portal serves.
 */
@Component
@Slf4j
class IndexHome implements HibernatePropertiesCustomizer {
    /** In place of a directory: the index lives in memory, for tests. */
    static final String MEMORY = "memory";

    private static final String BACKEND = "hibernate.search.backend.";
    private final String directory;
    private volatile boolean complete;

    IndexHome(@Value("${lianqiao.search.directory}") String directory) {
        this.directory = directory;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(BACKEND + "analysis.configurer", new Analysis());
        if (directory.equals(MEMORY)) {
            properties.put(BACKEND + "directory.type", "local-heap");
            return;
        }
        var home = Path.of(directory).toAbsolutePath();
        properties.put(BACKEND + "directory.root", home.resolve("index").toString());
        complete = isWhole(home);
        if (!complete) clear(home);
    }

    /** Whether the index held everything when it was last closed, or does by now. */
    boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
        if (directory.equals(MEMORY)) return;
        try {
            Files.writeString(marker(Path.of(directory)), EntryBinder.FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Queries are answered without the index until it is made anew. */
    void incomplete() throws IOException {
        complete = false;
        if (!directory.equals(MEMORY)) Files.deleteIfExists(marker(Path.of(directory)));
    }

    private static boolean isWhole(Path home) {
        try {
            return Files.exists(marker(home))
                    && Files.readString(marker(home)).equals(EntryBinder.FORMAT)
                    && isSound(home.resolve("index"));
        } catch (IOException e) {
            log.warn("The search index cannot be read and is made anew: {}", e.toString());
            return false;
        }
    }

    /** Reads every file once and compares its checksum: about a second for a gigabyte. */
    private static boolean isSound(Path root) throws IOException {
        try (var indexes = Files.list(root)) {
            var each = indexes.filter(Files::isDirectory).toList();
            for (var index : each)
                try (var files = FSDirectory.open(index);
                        var reader = DirectoryReader.open(files)) {
                    for (var leaf : reader.leaves()) {
                        if (leaf.reader() instanceof org.apache.lucene.index.CodecReader codec) codec.checkIntegrity();
                    }
                }
            return !each.isEmpty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IOException(e);
        }
    }

    private static void clear(Path home) {
        try {
            Files.deleteIfExists(marker(home));
            FileSystemUtils.deleteRecursively(home.resolve("index"));
            Files.createDirectories(home.resolve("index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path marker(Path home) {
        return home.resolve("complete");
    }
}
