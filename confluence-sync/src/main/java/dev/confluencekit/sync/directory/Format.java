package dev.confluencekit.sync.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.nio.file.Path;

/** The first lines of the files of a mirror's state. */
final class Format {
    private static final int NUMBER = 1;
    private static final String KIND = "confluencekit";
    private static final String FORMAT = "format";
    private static final String GENERATION = "generation";

    private Format() {}

    static ObjectNode header(String kind, long generation) {
        return ItemJson.object().put(KIND, kind).put(FORMAT, NUMBER).put(GENERATION, generation);
    }

    static boolean isNewer(JsonNode header) {
        return header.path(FORMAT).asInt() > NUMBER;
    }

    static long generation(JsonNode header) {
        return header.path(GENERATION).asLong(-1);
    }

    /** To be asked of a header whose checksum holds. */
    static void check(Path file, String kind, String line, long generation) throws IOException {
        JsonNode header = ItemJson.parse(line);
        check(file, kind, header);
        if (generation(header) != generation) {
            throw DamagedException.damaged("it belongs to another index");
        }
    }

    static void check(Path file, String kind, JsonNode header) throws DamagedException {
        if (!header.path(KIND).asText().equals(kind)) {
            throw DamagedException.damaged("it is no " + kind);
        }
        if (isNewer(header)) {
            throw new TargetException(
                    file + " was written by a newer version of this library (format "
                            + header.path(FORMAT).asInt() + "; this one knows " + NUMBER
                            + "). Use that version, or another directory.",
                    null);
        }
    }
}
