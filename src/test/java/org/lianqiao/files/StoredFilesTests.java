package org.lianqiao.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianqiao.PortalTest;
import org.lianqiao.shared.NotFound;
import org.lianqiao.shared.Refused;
import org.lianqiao.shared.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class StoredFilesTests {
    private static final byte[] PDF = "%PDF-1.7 示例执照".getBytes(StandardCharsets.UTF_8);

    @Autowired
    StoredFiles files;

    @Autowired
    FileStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_licence_is_given_back_byte_for_byte_as_a_download_under_its_own_name() throws IOException {
        var id = keep("营业执照𠮷.pdf", PDF);
        var answer = files.download(id);
        assertThat(Objects.requireNonNull(answer.getBody()).getContentAsByteArray())
                .isEqualTo(PDF);
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%F0%A0%AE%B7.pdf");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/pdf");
        assertThat(digest(id)).isEqualTo(org.lianqiao.shared.Tokens.digest(new String(PDF, StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ", "%PD"})
    void what_is_no_pdf_and_no_picture_is_refused_whatever_it_is_called(String content) {
        refused("执照.pdf", content.getBytes(StandardCharsets.UTF_8), "files.type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004", "\u001f\u008b\b", "Rar!\u001a", "7z\u00bc\u00af'", "BZh9"})
    void an_archive_is_refused_unopened_whatever_it_unfolds_to(String content) {
        refused("佐证.pdf", content.getBytes(StandardCharsets.ISO_8859_1), "files.archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd.pdf", "..\\..\\web.xml", "照片/../../开工.pdf", ".."})
    void a_name_that_walks_through_directories_is_refused(String name) {
        refused(name, PDF, "files.path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"工资.exe", "页面.html", "扫描.png", "宏.docm"})
    void a_file_whose_name_claims_another_type_is_refused(String name) {
        refused(name, PDF, "files.disguised");
    }

    @Test
    void a_picture_that_is_small_on_the_disk_and_huge_when_opened_is_refused() {
        refused("炸弹.png", png(60_000, 60_000), "files.pixels");
        refused("炸弹.jpg", jpeg(65_000, 65_000), "files.pixels");
        assertThat(files.find(keep("照片.png", png(4_000, 3_000)))).isPresent();
        assertThat(files.find(keep("照片.JPEG", jpeg(4_000, 3_000)))).isPresent();
    }

    private static byte[] png(int width, int height) {
        return java.nio.ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] jpeg(int width, int height) {
        return java.nio.ByteBuffer.allocate(32)
                .put(new byte[] {
                    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4, 0, 0, (byte) 0xFF, (byte) 0xC2, 0, 11, 8
                })
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    @Test
    void nothing_an_empty_file_and_one_that_is_too_large_are_refused_each_with_its_reason() {
        refused("", new byte[0], "files.missing");
        refused("空.pdf", new byte[0], "files.empty");
        var large = new byte[(int) StoredFiles.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        refused("大.pdf", large, "files.tooLarge");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd.pdf",
        "C:\\扫描\\执照.PDF, 执照.pdf",
        "执照.html, 执照.html.pdf",
        "'  ..  ', file.pdf",
        "\u202Efdp.exe, fdp.exe.pdf",
        "'a\"b;c.pdf', a_b_c.pdf"
    })
    void the_name_loses_its_path_and_what_cannot_be_seen_and_takes_the_ending_of_its_content(
            String given, String name) {
        assertThat(FileNames.clean(given, FileType.PDF)).isEqualTo(name);
    }

    @Test
    void a_very_long_name_is_cut_between_characters() {
        assertThat(FileNames.clean("𠮷".repeat(400) + ".png", FileType.PNG)).isEqualTo("𠮷".repeat(100) + ".png");
    }

    @Test
    void a_file_whose_row_is_never_committed_leaves_nothing_on_the_disk() {
        var id = transaction.execute(status -> {
            status.setRollbackOnly();
            return keep("草稿.pdf", PDF);
        });
        assertThat(store.path(Objects.requireNonNull(id))).doesNotExist();
        assertThat(files.find(id)).isEmpty();
    }

    @Test
    void a_file_that_was_taken_away_is_not_found() {
        var id = keep("旧.pdf", PDF);
        assertThat(Files.exists(store.path(id))).isTrue();
        files.forget(id);
        assertThat(Files.exists(store.path(id))).isFalse();
        assertThatThrownBy(() -> files.download(id)).isInstanceOf(NotFound.class);
    }

    private UUID keep(String name, byte[] content) {
        return files.keep(
                new MockMultipartFile("file", name, "text/html", content),
                FilePurpose.LICENCE,
                null,
                Viewer.VISITOR,
                "file");
    }

    private void refused(String name, byte[] content, String key) {
        assertThatThrownBy(() -> keep(name, content)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.getKey()).isEqualTo(key);
            assertThat(refused.getField()).isEqualTo("file");
        });
    }

    private String digest(UUID id) {
        return jdbc.sql("select sha256 from stored_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
