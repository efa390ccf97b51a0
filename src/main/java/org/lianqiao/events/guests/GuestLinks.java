package org.lianqiao.events.guests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.RequiredArgsConstructor;
import org.lianqiao.events.EventBrief;
import org.lianqiao.events.EventFinder;
import org.lianqiao.shared.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a guest without an account: an address that names the guest and is signed (HMAC-SHA256, 96 bits) with a key
 * of the event. It is bound to one guest and one purpose, lives until a month after the event, and is made worthless by
 * raising the guest's generation. Nothing is stored, so that a badge can be printed again.
 */
@Component
@RequiredArgsConstructor
public class GuestLinks {
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 12;

    private final JdbcClient jdbc;
    private final EventFinder finder;
    private final Clock clock;

    /** What a link opens: the guest's own page, or the door for the staff who scan it. */
    public enum Purpose {
        OWN("/g/"),
        DOOR("/c/");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }
    }

    /** A guest who came by a link that is right. */
    public record Linked(Guest guest, EventBrief event) {}

    public String path(Purpose purpose, Guest guest, EventBrief event) {
        return purpose.path + token(purpose, guest, event.linkKey());
    }

    private static String token(Purpose purpose, Guest guest, String key) {
        var bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                .putLong(guest.id().getMostSignificantBits())
                .putLong(guest.id().getLeastSignificantBits())
                .put(mac(purpose, guest, key), 0, MAC_BYTES)
                .array();
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] mac(Purpose purpose, Guest guest, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = purpose + ":" + guest.id() + ":" + guest.linkGeneration();
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NotFound where it is no such link, was replaced, or its time is over */
    @Transactional(readOnly = true)
    public Linked open(Purpose purpose, String token) {
        var bytes = decoded(token);
        var buffer = ByteBuffer.wrap(bytes);
        var guest = find(new UUID(buffer.getLong(), buffer.getLong())).orElseThrow(NotFound::new);
        var event = finder.linked(guest.event());
        var right = Arrays.copyOf(mac(purpose, guest, event.linkKey()), MAC_BYTES);
        if (!MessageDigest.isEqual(right, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) throw new NotFound();
        if (LocalDateTime.now(clock).isAfter(event.linksEnd())) throw new NotFound();
        return new Linked(guest, event);
    }

    private static byte[] decoded(String token) {
        if (!token.matches("[A-Za-z0-9_-]{38}")) throw new NotFound();
        var bytes = Base64.getUrlDecoder().decode(token);
        if (!encoded(bytes).equals(token)) throw new NotFound();
        return bytes;
    }

    private Optional<Guest> find(UUID id) {
        return jdbc.sql("select * from event_guest where id = ?")
                .param(id)
                .query((row, n) -> Guest.of(row))
                .optional();
    }
}
