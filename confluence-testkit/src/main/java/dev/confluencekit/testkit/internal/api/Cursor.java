package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.site.Position;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The text that stands for "after this row, in this listing". It holds everything (no state is kept),
 * is bound to the listing it came from, and its alphabet is the worst that Base64 has: each one
 * begins with {@code +//+} and ends with {@code ==}, so that a client which forgets to encode it, or
 * encodes it twice, fails at once.
 */
final class Cursor {

    private static final byte[] PREFIX = {(byte) 0xFB, (byte) 0xFF, (byte) 0xFE};
    private static final char SEPARATOR = '\0';

    private Cursor() {}

    static String write(Position last, String listing) {
        String fields = last.id() + "" + SEPARATOR + last.number() + SEPARATOR + last.text() + SEPARATOR;
        byte[] payload = (fields + checksum(fields + listing) + SEPARATOR).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(PREFIX);
        bytes.writeBytes(payload);
        while (bytes.size() % 3 != 1) {
            bytes.write(SEPARATOR);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Gives the position, or nothing for a text that is no cursor of this listing. */
    static Optional<Position> read(String cursor, String listing) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length <= PREFIX.length) {
            return Optional.empty();
        }
        String payload = new String(bytes, PREFIX.length, bytes.length - PREFIX.length, StandardCharsets.UTF_8);
        List<String> fields = List.of(payload.split(String.valueOf(SEPARATOR), -1));
        if (fields.size() < 4) {
            return Optional.empty();
        }
        String signed = fields.get(0) + SEPARATOR + fields.get(1) + SEPARATOR + fields.get(2) + SEPARATOR;
        if (!checksum(signed + listing).equals(fields.get(3))) {
            return Optional.empty();
        }
        // The checksum held, so these are the numbers that write() put there.
        return Optional.of(new Position(fields.get(2), Long.parseLong(fields.get(1)), Long.parseLong(fields.get(0))));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
