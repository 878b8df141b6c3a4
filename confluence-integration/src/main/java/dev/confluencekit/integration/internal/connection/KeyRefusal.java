package dev.confluencekit.integration.internal.connection;

import dev.confluencekit.auth.KeyLife;
import dev.confluencekit.integration.message.MessageCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a key is refused. On the wire a wrong, an expired and a revoked key look the same; what is known of the key from
 * before tells them apart.
 */
record KeyRefusal(MessageCode code, Map<String, String> arguments) {
    /** {@code plain} is what the answer says by itself. */
    static KeyRefusal of(MessageCode plain, KeyHistory history, Instant serverTime) {
        KeyLife life = history.life();
        if (life.isOver(serverTime)) {
            return new KeyRefusal(MessageCode.KEY_EXPIRED, Map.of("end", day(life.endsAt())));
        }
        if (history.acceptedAt() != null) {
            return new KeyRefusal(MessageCode.KEY_REVOKED, Map.of("accepted", day(history.acceptedAt())));
        }
        return new KeyRefusal(plain, Map.of());
    }

    /** The day in UTC, as dates are reckoned everywhere here. */
    static String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
