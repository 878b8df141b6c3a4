package dev.confluencekit.core.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads documents for the tests of the codec. */
final class Reading {
    static final JsonCodec CODEC = JsonCodec.create();

    private Reading() {}

    static Note note(String json) throws JsonException, IOException {
        return note(json.getBytes(StandardCharsets.UTF_8));
    }

    static Note note(byte[] json) throws JsonException, IOException {
        return CODEC.read(new ByteArrayInputStream(json), Note.class);
    }

    static Listing<Note> notes(String json) throws JsonException, IOException {
        return CODEC.readListing(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Note.class);
    }

    static JsonException refusal(byte[] json) {
        return Objects.requireNonNull(catchThrowableOfType(JsonException.class, () -> note(json)), "was accepted");
    }

    static JsonException refusal(String json) {
        return refusal(json.getBytes(StandardCharsets.UTF_8));
    }

    static JsonException listingRefusal(String json) {
        return Objects.requireNonNull(catchThrowableOfType(JsonException.class, () -> notes(json)), "was accepted");
    }
}
