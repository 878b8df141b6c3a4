package dev.confluencekit.markup.internal.plain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Gets the source out of what the cloud app for PlantUML stores: Base64, deflated, percent-encoded. */
final class PlantUmlCloud {
    private static final int MAX_SOURCE = 1024 * 1024;

    private PlantUmlCloud() {}

    static Optional<String> source(String data, boolean compressed) {
        if (!compressed) {
            return Optional.of(data);
        }
        try {
            byte[] deflated = Base64.getMimeDecoder().decode(data);
            return inflate(deflated).map(text -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inflate(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] source = new byte[MAX_SOURCE];
            int length = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(source, length, source.length - length);
                if (read == 0 && !inflater.finished()) {
                    return Optional.empty();
                }
                length += read;
            }
            return Optional.of(new String(source, 0, length, StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
