package org.lianqiao.events;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * An event as the work around it needs it. Times are Beijing's.
 *
 * @param capacity how many seats there are; nothing where nobody counts them
 * @param seatsTaken never more than the capacity, which the database checks
 * @param wishesUntil until when guests say whom they want to meet; until its start where nothing is said
 * @param mostMeetings how many others a guest may wish to meet at most
 * @param linkKey signs the personal links; never leaves the server
 * @param host whether the reader is an officer of an office that hosts it
 * @param staff whether the reader may stand at its door: a host's or a helper's person
 */
public record EventBrief(
        UUID id,
        String number,
        String nameZh,
        String nameEn,
        String placeZh,
        String placeEn,
        LocalDateTime starts,
        LocalDateTime ends,
        @Nullable Integer capacity,
        int seatsTaken,
        boolean published,
        Registering registration,
        @Nullable LocalDateTime registrationUntil,
        @Nullable LocalDateTime wishesUntil,
        @Nullable Integer mostMeetings,
        String linkKey,
        boolean host,
        boolean staff) {
    private static final int DAYS_LINKS_LIVE_ON = 30;

    /** In the reader's language; Chinese where there is no English. */
    public String name() {
        return english() && !nameEn.isEmpty() ? nameEn : nameZh;
    }

    public String place() {
        return english() && !placeEn.isEmpty() ? placeEn : placeZh;
    }

    /** Until when one may register: as the hosts say, at the latest until it ends. */
    public LocalDateTime registrationEnds() {
        return registrationUntil == null || registrationUntil.isAfter(ends) ? ends : registrationUntil;
    }

    public LocalDateTime wishesEnd() {
        return wishesUntil == null ? starts : wishesUntil;
    }

    /** Personal links answer until a month after the end, for outcomes and feedback. */
    public LocalDateTime linksEnd() {
        return ends.plusDays(DAYS_LINKS_LIVE_ON);
    }

    public boolean takesRegistrations(LocalDateTime now) {
        return published && registration != Registering.CLOSED && now.isBefore(registrationEnds());
    }

    public boolean takesWishes(LocalDateTime now) {
        return published && now.isBefore(wishesEnd());
    }

    public boolean isFull() {
        return capacity != null && seatsTaken >= capacity;
    }

    /** Nothing where seats are not counted. */
    public @Nullable Integer seatsLeft() {
        return capacity == null ? null : Math.max(0, capacity - seatsTaken);
    }

    private static boolean english() {
        return Locale.ENGLISH
                .getLanguage()
                .equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
