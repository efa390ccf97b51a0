package org.lianqiao.files;

import java.util.UUID;

/**
 * A stored file, as pages name it.
 *
 * @param size in bytes
 */
public record StoredFile(UUID id, String name, String contentType, long size) {
    public boolean isImage() {
        return contentType.startsWith("image/");
    }

    /** The size as people read it, in KB up to one MB and in MB above. */
    public String readableSize() {
        return size < 1_048_576 ? Math.max(1, size / 1024) + " KB" : "%.1f MB".formatted(size / 1_048_576.0);
    }
}
