package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a body of type {@code multipart/form-data}, by their names. */
final class MultipartForm {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(.*?)\\s*$");

    private final Map<String, Part> parts;

    private MultipartForm(Map<String, Part> parts) {
        this.parts = parts;
    }

    /** One part. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
    record Part(String fileName, String mediaType, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** Reads a body; empty if it is of another type or breaks off. */
    static Optional<MultipartForm> of(SimulatedRequest request) {
        Matcher type = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!type.matches()) {
            return Optional.empty();
        }
        byte[] body = request.body();
        byte[] delimiter = ascii("\r\n--" + type.group(1));
        Map<String, Part> parts = new LinkedHashMap<>();
        // The first delimiter has no line break before it.
        int start = delimiter.length - 2;
        if (!begins(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length))) {
            return Optional.empty();
        }
        while (!begins(body, start, ascii("--"))) {
            int end = indexOf(body, delimiter, start);
            int blank = indexOf(body, ascii("\r\n\r\n"), start);
            if (end < 0 || blank < 0 || blank > end) {
                return Optional.empty();
            }
            String head = new String(body, start, blank - start, StandardCharsets.UTF_8);
            parts.put(
                    first(NAME, head, ""),
                    new Part(
                            first(FILE_NAME, head, ""),
                            first(TYPE, head, "text/plain"),
                            Arrays.copyOfRange(body, blank + 4, Math.max(blank + 4, end))));
            start = end + delimiter.length;
        }
        return Optional.of(new MultipartForm(parts));
    }

    Optional<Part> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean begins(byte[] body, int at, byte[] with) {
        return at + with.length <= body.length && Arrays.equals(body, at, at + with.length, with, 0, with.length);
    }

    private static int indexOf(byte[] body, byte[] what, int from) {
        for (int at = from; at + what.length <= body.length; at++) {
            if (body[at] == what[0] && begins(body, at, what)) {
                return at;
            }
        }
        return -1;
    }
}
