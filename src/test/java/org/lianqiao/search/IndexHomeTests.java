package org.lianqiao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found on the disk at the start is used, or thrown away before it can do harm. */
class IndexHomeTests {
    @TempDir
    Path directory;

    @BeforeEach
    void anIndexFromYesterday() throws IOException {
        var index = Files.createDirectories(directory.resolve("index/SearchEntry"));
        try (var files = FSDirectory.open(index);
                var writer = new IndexWriter(files, new IndexWriterConfig(new KeywordAnalyzer()))) {
            for (int i = 0; i < 500; i++) {
                var document = new Document();
                document.add(new StringField("title", "电池" + i, Field.Store.YES));
                writer.addDocument(document);
            }
            writer.commit();
        }
        Files.writeString(directory.resolve("complete"), EntryBinder.FORMAT);
    }

    @Test
    void a_whole_index_is_used() throws IOException {
        assertThat(start().isComplete()).isTrue();
        assertThat(files()).isPositive();
    }

    @Test
    void a_missing_index_is_made_anew() throws IOException {
        org.springframework.util.FileSystemUtils.deleteRecursively(directory.resolve("index"));
        assertThat(start().isComplete()).isFalse();
    }

    @Test
    void an_index_that_was_never_finished_is_made_anew() throws IOException {
        Files.delete(directory.resolve("complete"));
        assertThat(start().isComplete()).isFalse();
        assertThat(files()).isZero();
    }

    @Test
    void an_index_of_another_version_is_made_anew() throws IOException {
        Files.writeString(directory.resolve("complete"), "another");
        assertThat(start().isComplete()).isFalse();
        assertThat(files()).isZero();
    }

    @Test
    void a_file_with_one_wrong_byte_is_noticed() throws IOException {
        var file = largest();
        var content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThat(start().isComplete()).isFalse();
        assertThat(files()).isZero();
    }

    @Test
    void a_file_that_was_cut_off_or_is_gone_is_noticed() throws IOException {
        Files.write(largest(), new byte[3]);
        assertThat(start().isComplete()).isFalse();
        assertThat(files()).isZero();
        anIndexFromYesterday();
        Files.delete(largest());
        assertThat(start().isComplete()).isFalse();
    }

    private IndexHome start() {
        var home = new IndexHome(directory.toString());
        home.customize(new HashMap<>());
        return home;
    }

    private Path largest() throws IOException {
        try (var files = Files.list(directory.resolve("index/SearchEntry"))) {
            return files.max(java.util.Comparator.comparingLong(f -> f.toFile().length()))
                    .orElseThrow();
        }
    }

    private long files() throws IOException {
        try (var files = Files.walk(directory.resolve("index"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
