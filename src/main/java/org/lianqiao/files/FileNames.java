package org.lianqiao.files;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The name under which a file is given back: no path, nothing invisible, and the ending that its content has. */
final class FileNames {
    private static final int LONGEST = 100;

    private FileNames() {}

    static String clean(@Nullable String given, FileType type) {
        var name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\ufffd]", "").replaceAll("[\"<>|:*?;]", "_");
        name = stem(name, type).replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) name = "file";
        if (name.codePointCount(0, name.length()) > LONGEST)
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        return name + "." + type.ending;
    }

    private static String stem(String name, FileType type) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean says = ending.equals(type.ending) || type == FileType.JPEG && ending.equals("jpeg");
        return says ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
