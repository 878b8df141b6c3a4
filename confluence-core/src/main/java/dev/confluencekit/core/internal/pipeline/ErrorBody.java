package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ApiError;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an error says, whoever sent it. v2 has a list of errors, v1 and Data Center a message with data, the
 * gateway a message with a code, everything in front of them HTML or plain text. Texts are masked before they are
 * shortened: half a key would not be recognised any more.
 */
record ErrorBody(String message, List<ApiError> errors) {
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_EXCERPT = 200;

    static ErrorBody read(byte[] body, String contentType, JsonCodec codec, UnaryOperator<String> redact) {
        if (body.length == 0) {
            return new ErrorBody("", List.of());
        }
        if (!contentType.contains("json")) {
            return new ErrorBody(excerpt(body, contentType, redact), List.of());
        }
        try {
            return ofJson(codec.read(new ByteArrayInputStream(body), Map.class), redact);
        } catch (JsonException | IOException e) {
            return new ErrorBody("an error in broken JSON", List.of());
        }
    }

    private static ErrorBody ofJson(Map<?, ?> json, UnaryOperator<String> redact) {
        List<ApiError> errors = new ArrayList<>();
        addAll(errors, json.get("errors"), redact);
        if (json.get("data") instanceof Map<?, ?> data) {
            addAll(errors, data.get("errors"), redact);
        }
        String message = "";
        if (json.get("errors") instanceof List<?> && !errors.isEmpty()) {
            message = words(errors.get(0));
        }
        if (message.isEmpty()) {
            message = text(json.get("message"), redact);
        }
        if (message.isEmpty() && !errors.isEmpty()) {
            message = words(errors.get(0));
        }
        if (message.isEmpty()) {
            message = text(json.get("error"), redact);
        }
        return new ErrorBody(clip(message, LONGEST_MESSAGE), errors);
    }

    private static void addAll(List<ApiError> errors, @Nullable Object entries, UnaryOperator<String> redact) {
        if (!(entries instanceof List<?> list)) {
            return;
        }
        for (Object entry : list) {
            if (entry instanceof Map<?, ?> map) {
                Object title = map.get("title") == null ? map.get("message") : map.get("title");
                errors.add(new ApiError(
                        map.get("status") instanceof Number n ? n.intValue() : null,
                        orNull(map.get("code"), redact),
                        orNull(title instanceof Map<?, ?> translated ? translated.get("translation") : title, redact),
                        orNull(map.get("detail"), redact)));
            } else if (entry != null) {
                errors.add(new ApiError(null, null, orNull(entry, redact), null));
            }
        }
    }

    private static String words(ApiError error) {
        String title = Objects.requireNonNullElse(error.title(), "");
        String code = error.code() == null ? "" : error.code() + ": ";
        String detail = error.detail() == null || error.detail().isEmpty() ? "" : " – " + error.detail();
        return title.isEmpty() && detail.isEmpty() ? code.replace(": ", "") : code + title + detail;
    }

    private static @Nullable String orNull(@Nullable Object value, UnaryOperator<String> redact) {
        return value == null ? null : clip(redact.apply(value.toString()), LONGEST_MESSAGE);
    }

    private static String text(@Nullable Object value, UnaryOperator<String> redact) {
        return value instanceof String s ? redact.apply(s) : "";
    }

    static String excerpt(byte[] body, String contentType, UnaryOperator<String> redact) {
        String whole = redact.apply(new String(body, StandardCharsets.UTF_8));
        String text = whole.substring(0, Math.min(whole.length(), 4 * LONGEST_EXCERPT))
                .replaceAll("\\p{Cntrl}|\\s", " ")
                .replaceAll(" +", " ")
                .strip();
        String type = contentType.isEmpty() ? "no content type" : contentType;
        return "(" + clip(type, LONGEST_EXCERPT) + ") " + clip(text, LONGEST_EXCERPT);
    }

    static String clip(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
