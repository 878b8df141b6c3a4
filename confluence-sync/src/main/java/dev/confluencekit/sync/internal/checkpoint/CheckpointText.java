package dev.confluencekit.sync.internal.checkpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * A checkpoint as a line of text: the number of the format, a checksum, JSON. A target keeps it as it is; whatever happens to
 * it there is noticed here.
 */
public final class CheckpointText {
    private static final String FORMAT = "1";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, new WritesInstant())
                    .addDeserializer(Instant.class, new ReadsInstant()))
            .build();

    private CheckpointText() {}

    /**
     * Writes it.
     *
     * @param checkpoint the checkpoint
     * @return a line of text
     */
    public static String of(Checkpoint checkpoint) {
        try {
            String json = JSON.writeValueAsString(checkpoint);
            return FORMAT + " " + checksum(json) + " " + json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint that is no JSON", e);
        }
    }

    /**
     * Reads it.
     *
     * @param text what {@link #of} gave
     * @return the checkpoint
     * @throws UnreadableCheckpointException if it is damaged or of another format
     */
    public static Checkpoint read(String text) throws UnreadableCheckpointException {
        String[] parts = text.split(" ", 3);
        if (parts.length == 3 && parts[0].matches("[0-9]{1,9}") && !parts[0].equals(FORMAT)) {
            throw new UnreadableCheckpointException(
                    "it is of format " + parts[0] + ", and this version of the library knows " + FORMAT + " only",
                    null);
        }
        if (parts.length != 3 || !parts[0].equals(FORMAT) || !parts[1].equals(checksum(parts[2]))) {
            throw new UnreadableCheckpointException("it is damaged", null);
        }
        try {
            return JSON.readValue(parts[2], Checkpoint.class);
        } catch (JsonProcessingException e) {
            throw new UnreadableCheckpointException("it makes no sense", e);
        }
    }

    private static String checksum(String json) {
        CRC32C sum = new CRC32C();
        sum.update(json.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static final class WritesInstant extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class ReadsInstant extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(in.getText());
            } catch (DateTimeException e) {
                throw context.weirdStringException(in.getText(), Instant.class, "no time");
            }
        }
    }
}
