package dev.confluencekit.sync.internal.site;

import dev.confluencekit.content.body.Body;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.version.Version;
import org.jspecify.annotations.Nullable;

/** Values of the service as plain text. */
final class Texts {
    private Texts() {}

    static String of(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static @Nullable String orNull(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static int number(@Nullable Version version) {
        return version == null || version.number() == null ? 0 : version.number();
    }

    static @Nullable String body(@Nullable Body body, @Nullable BodyFormat format) {
        return body == null || format == null ? null : body.in(format).orElse(null);
    }
}
