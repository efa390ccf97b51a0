package org.lianqiao.sheets;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Refused;
import org.springframework.web.multipart.MultipartFile;

/** A file that somebody chose, read. */
public record UploadForm(String fileName, byte[] content) {
    /** @throws Refused where no file was chosen */
    public static UploadForm of(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw new Refused("sheets.file.required");
        try {
            return new UploadForm(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException e) {
            throw SheetReader.broken(e);
        }
    }
}
