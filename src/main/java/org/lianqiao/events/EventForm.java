package org.lianqiao.events;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * An event as its hosts write it.
 *
 * @param starts in Beijing time, to the minute
 * @param hosts who hosts beside the writer's own office
 * @param published whether everybody may read it
 */
record EventForm(
        @NotNull(message = "{events.required.kind}") @Nullable
        EventKind kind,

        @Size(min = 4, max = 80, message = "{events.name.size}")
        String nameZh,

        @Size(max = 120, message = "{events.tooLong}") String nameEn,

        @NotBlank(message = "{events.required.region}") @Nullable
        String regionCode,

        @Size(min = 2, max = 80, message = "{events.place.size}")
        String placeZh,

        @Size(max = 120, message = "{events.tooLong}") String placeEn,

        @NotNull(message = "{events.required.starts}")
        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm", fallbackPatterns = "yyyy-MM-dd'T'HH:mm:ss")
        @Nullable
        LocalDateTime starts,

        @NotNull(message = "{events.required.ends}")
        @DateTimeFormat(pattern = "yyyy-MM-dd'T'HH:mm", fallbackPatterns = "yyyy-MM-dd'T'HH:mm:ss")
        @Nullable
        LocalDateTime ends,

        @Min(value = 1, message = "{events.capacity.range}")
        @Max(value = 100_000, message = "{events.capacity.range}")
        @Nullable
        Integer capacity,

        @Size(max = 2000, message = "{events.tooLong}") String summaryZh,
        @Size(max = 3000, message = "{events.tooLong}") String summaryEn,
        @Size(max = 30, message = "{events.hosts.many}") List<UUID> hosts,
        @Size(max = 30, message = "{events.hosts.many}") List<UUID> coHosts,
        @Size(max = 10, message = "{events.chains.many}") List<UUID> chains,
        @Nullable Boolean published,
        @Nullable Long version) {
    EventForm {
        nameZh = Objects.requireNonNullElse(nameZh, "");
        nameEn = Objects.requireNonNullElse(nameEn, "");
        placeZh = Objects.requireNonNullElse(placeZh, "");
        placeEn = Objects.requireNonNullElse(placeEn, "");
        summaryZh = Objects.requireNonNullElse(summaryZh, "");
        summaryEn = Objects.requireNonNullElse(summaryEn, "");
        hosts = known(hosts);
        coHosts = known(coHosts);
        chains = known(chains);
    }

    /** An empty form, for a new event. */
    static EventForm blank() {
        return new EventForm(
                EventKind.MATCHMAKING,
                "",
                "",
                null,
                "",
                "",
                null,
                null,
                null,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                false,
                null);
    }

    boolean isPublished() {
        return Boolean.TRUE.equals(published);
    }

    private static List<UUID> known(@Nullable List<UUID> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }
}
