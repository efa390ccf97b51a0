package org.lianqiao.events.checkin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lianqiao.web.Lenient;

/**
 * A check-in made while the connection was down, as the staff's device sends it: {@code id|guest|milliseconds}.
 *
 * @param id made on the device
 * @param happened by the device's clock
 */
record LateEntry(UUID id, UUID guest, Instant happened) {
    private static final int PARTS = 3;

    static Optional<LateEntry> read(String line) {
        var parts = line.split("\\|", -1);
        if (parts.length != PARTS || !parts[2].matches("[0-9]{1,14}")) return Optional.empty();
        var id = Lenient.id(parts[0]);
        var guest = Lenient.id(parts[1]);
        return id == null || guest == null
                ? Optional.empty()
                : Optional.of(new LateEntry(id, guest, Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    }
}
