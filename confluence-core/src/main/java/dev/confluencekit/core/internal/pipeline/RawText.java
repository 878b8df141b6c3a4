package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An answer as text: a whole JSON document, and the headers that say something of it. */
final class RawText {
    private static final Set<String> TELLING = Set.of(
            "content-type",
            "link",
            "location",
            "etag",
            "last-modified",
            "date",
            "retry-after",
            "atl-request-id",
            "x-request-id",
            "x-arequestid",
            "atl-traceid",
            "deprecation",
            "sunset",
            "warning");
    private static final List<String> TELLING_PREFIXES =
            List.of("x-ratelimit-", "ratelimit", "beta-ratelimit", "x-beta-ratelimit-");

    private RawText() {}

    /** Parses the document to know that it is whole and valid, and gives its text. */
    static AnswerDecoder<String> validatedBy(JsonCodec codec) {
        return (headers, body) -> {
            byte[] bytes = body.readAllBytes();
            Object value = codec.read(new ByteArrayInputStream(bytes), Object.class);
            return isUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8).strip() : codec.write(value);
        };
    }

    /** JSON in UTF-16 or UTF-32, which is allowed to come, has a zero or a mark in its first two bytes. */
    private static boolean isUtf8(byte[] json) {
        boolean marked = (json[0] & 0xFF) >= 0xEF;
        return !marked && json[0] != 0 && (json.length == 1 || json[1] != 0);
    }

    static Map<String, List<String>> headers(HttpHeaders all, UnaryOperator<String> redact) {
        Map<String, List<String>> kept = new TreeMap<>();
        all.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (TELLING.contains(lower) || TELLING_PREFIXES.stream().anyMatch(lower::startsWith)) {
                kept.put(lower, values.stream().map(redact).toList());
            }
        });
        return kept;
    }
}
