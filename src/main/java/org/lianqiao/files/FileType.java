package org.lianqiao.files;

import java.util.Arrays;
import java.util.Optional;

/** What may be stored, told by its first bytes: a name proves nothing. SVG and HTML can carry programs and are none. */
enum FileType {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n");

    static final int LONGEST_MARK = 8;

    final String contentType;
    final String ending;
    private final byte[] mark;

    FileType(String contentType, String ending, String mark) {
        this.contentType = contentType;
        this.ending = ending;
        this.mark = mark.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static Optional<FileType> of(byte[] head) {
        return Arrays.stream(values()).filter(type -> type.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
