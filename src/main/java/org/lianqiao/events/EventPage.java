package org.lianqiao.events;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as its page shows it.
 *
 * @param name in the reader's language, as are place and summary
 * @param form the same content in both languages, to edit it; only for its hosts
 * @param mayEdit whether the reader is an officer of an office that hosts it
 */
record EventPage(
        UUID id,
        String number,
        EventKind kind,
        String name,
        String place,
        String summary,
        @Nullable String regionCode,
        String region,
        LocalDateTime starts,
        LocalDateTime ends,
        @Nullable Integer capacity,
        boolean published,
        boolean past,
        boolean mayEdit,
        List<Host> hosts,
        List<Chain> chains,
        EventForm form) {

    record Host(UUID id, String name, HostRole role) {}

    record Chain(UUID id, String code, String name) {}

    public List<Host> hosting() {
        return in(HostRole.HOST);
    }

    public List<Host> coHosting() {
        return in(HostRole.CO_HOST);
    }

    public boolean isOneDay() {
        return starts.toLocalDate().equals(ends.toLocalDate());
    }

    private List<Host> in(HostRole role) {
        return hosts.stream().filter(h -> h.role == role).toList();
    }
}
