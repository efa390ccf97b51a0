package org.lianqiao.events.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianqiao.shared.Masked;
import org.lianqiao.shared.Time;

/**
 * A guest of an event, in full: pages that others read show {@link #maskedName} and {@link #maskedPhone}.
 *
 * @param number counts within the event; stands on the badge
 * @param linkGeneration raised to make links that were given away worthless
 */
public record Guest(
        UUID id,
        UUID event,
        int number,
        @Nullable UUID organizationId,
        String organization,
        @Nullable UUID account,
        @Nullable UUID broughtBy,
        String name,
        String position,
        String phone,
        String email,
        @Nullable String regionCode,
        @Nullable UUID chain,
        String about,
        GuestSource source,
        GuestState state,
        boolean english,
        int linkGeneration,
        LocalDateTime registered,
        String reason,
        @Nullable LocalDateTime checkedIn) {

    static Guest of(ResultSet row) throws SQLException {
        return new Guest(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getInt("number"),
                row.getObject("organization_id", UUID.class),
                row.getString("organization_name"),
                row.getObject("account_id", UUID.class),
                row.getObject("brought_by", UUID.class),
                row.getString("name"),
                row.getString("position"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("region_code"),
                row.getObject("chain_id", UUID.class),
                row.getString("about"),
                GuestSource.valueOf(row.getString("source")),
                GuestState.valueOf(row.getString("state")),
                row.getBoolean("english"),
                row.getInt("link_generation"),
                Objects.requireNonNull(time(row, "registered_at")),
                row.getString("reason"),
                time(row, "checked_in_at"));
    }

    private static @Nullable LocalDateTime time(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), Time.ZONE);
    }

    public String maskedName() {
        return Masked.name(name);
    }

    public String maskedPhone() {
        return Masked.phone(phone);
    }

    /** As on the badge: 007. */
    public String badge() {
        return "%03d".formatted(number);
    }

    /** Where a message reaches the guest: by mail where there is an address. */
    public String reach() {
        return email.isEmpty() ? phone : email;
    }
}
