package dev.confluencekit.content.internal.titled;

import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.version.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What pages and blog posts both have, whichever of the two it is. */
public record ContentState(
        String id,
        @Nullable String status,
        @Nullable String title,
        @Nullable String spaceId,
        @Nullable Instant createdAt,
        @Nullable Version version,
        @Nullable Body body) {

    @Nullable
    Integer number() {
        return version == null ? null : version.number();
    }

    boolean has(String wanted) {
        return wanted.equals(status);
    }
}
