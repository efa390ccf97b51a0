package org.lianqiao.events.checkin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Viewer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the check-in page while the connection is down: see {@code door.js}. */
@RestController
@RequiredArgsConstructor
class OfflineDoorController {
    private static final int MOST_AT_ONCE = 500;

    private final OfflineDoor offline;
    private final Door door;

    /** @param done the entries that need not be sent again */
    record Synced(List<UUID> done, int here, int expected) {}

    /** Served from here, so that it may answer for the pages below. */
    @GetMapping("/events/door-worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript"))
                .cacheControl(CacheControl.maxAge(Duration.ZERO))
                .body(new ClassPathResource("static/assets/door-worker.js"));
    }

    @GetMapping("/events/{id}/door-list")
    List<OfflineDoor.Expected> expected(@PathVariable UUID id, Viewer staff) {
        return offline.expected(id, staff);
    }

    @PostMapping("/events/{id}/late-check-ins")
    Synced keep(@PathVariable UUID id, @RequestParam(required = false) @Nullable List<String> entry, Viewer staff) {
        var entries = entry == null
                ? List.<LateEntry>of()
                : entry.stream()
                        .limit(MOST_AT_ONCE)
                        .map(LateEntry::read)
                        .flatMap(Optional::stream)
                        .toList();
        var done = offline.keep(id, entries, staff);
        var count = door.count(id);
        return new Synced(done, count.here(), count.expected());
    }
}
