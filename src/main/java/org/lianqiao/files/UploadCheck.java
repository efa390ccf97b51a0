package org.lianqiao.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks at an upload before it is kept, and says why it is not: no name that walks through directories or claims another
 * type, no archive (whatever it unfolds to), and no picture that is small as a file and huge when it is opened.
 */
final class UploadCheck {
    /** More than any scanner or camera makes, in pixels; it opens to some 400 MB at most. */
    static final long MOST_PIXELS = 100_000_000;

    private static final int MARKS = 512;
    private static final byte[][] ARCHIVES = {
        {'P', 'K'},
        {0x1F, (byte) 0x8B},
        {'R', 'a', 'r', '!'},
        {'7', 'z', (byte) 0xBC, (byte) 0xAF},
        {'B', 'Z', 'h'},
        {(byte) 0xFD, '7', 'z', 'X', 'Z'}
    };

    private UploadCheck() {}

    /** @throws Refused at the field, with the reason */
    static FileType check(MultipartFile upload, String field) {
        var name = upload.getOriginalFilename();
        if (walks(name)) throw Refused.at(field, "files.path");
        try (var content = new BufferedInputStream(upload.getInputStream())) {
            content.mark(MARKS);
            var head = content.readNBytes(FileType.LONGEST_MARK);
            if (Arrays.stream(ARCHIVES).anyMatch(mark -> begins(head, mark))) throw Refused.at(field, "files.archive");
            var type = FileType.of(head).orElseThrow(() -> Refused.at(field, "files.type"));
            if (claimsAnother(name, type))
                throw Refused.at(field, "files.disguised", type.ending.toUpperCase(Locale.ROOT));
            content.reset();
            if (pixels(type, content) > MOST_PIXELS) throw Refused.at(field, "files.pixels");
            return type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Old browsers send where the file lay; a way upwards is none that a person chose. */
    private static boolean walks(@Nullable String name) {
        return name != null && (name.matches("(?s).*(^|[/\\\\])\\.\\.([/\\\\].*|$)") || name.indexOf('\0') >= 0);
    }

    private static boolean claimsAnother(@Nullable String name, FileType type) {
        var ending =
                name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name == null || name.lastIndexOf('.') < 0 || !ending.matches("[a-z]{2,5}")) return false;
        return !ending.equals(type.ending) && !(type == FileType.JPEG && ending.matches("jpeg|jpe|jfif"));
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** As the picture's head says; 0 where it says nothing: then no program opens it either. */
    private static long pixels(FileType type, InputStream content) throws IOException {
        var data = new DataInputStream(content);
        try {
            return switch (type) {
                case PDF -> 0;
                case PNG -> ofPng(data);
                case JPEG -> ofJpeg(data);
            };
        } catch (EOFException e) {
            return 0;
        }
    }

    /** Width and height stand behind the mark, a length and the name of the first part (ISO/IEC 15948, 11.2.2). */
    private static long ofPng(DataInputStream data) throws IOException {
        data.skipNBytes(16);
        return Integer.toUnsignedLong(data.readInt()) * Integer.toUnsignedLong(data.readInt());
    }

    /** Height and width stand in the frame's head, C0 to CF without C4, C8 and CC (ITU-T T.81, B.2.2). */
    private static long ofJpeg(DataInputStream data) throws IOException {
        data.skipNBytes(2);
        while (true) {
            int mark = data.readUnsignedByte();
            if (mark != 0xFF) return 0;
            while (mark == 0xFF) mark = data.readUnsignedByte();
            int length = data.readUnsignedShort();
            if (mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC) {
                data.readUnsignedByte();
                return (long) data.readUnsignedShort() * data.readUnsignedShort();
            }
            if (mark == 0xDA || length < 2) return 0;
            data.skipNBytes(length - 2);
        }
    }
}
