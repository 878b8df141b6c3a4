package dev.confluencekit.recorder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a test.
 *
 * @param answeredBy who made the answer
 * @param method the HTTP method
 * @param target path and query, as sent
 * @param requestHeaders the headers of the request; the one with the key is left out of the recording
 * @param requestBody the body of the request, empty for none
 * @param status the status of the answer, 0 if there was none or it does not matter
 * @param answerHeaders the headers of the answer
 * @param answerBody the body of the answer, decompressed
 */
public record RecordedExchange(
        AnsweredBy answeredBy,
        String method,
        String target,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> answerHeaders,
        String answerBody) {

    /** Who made an answer. */
    public enum AnsweredBy {
        /** The simulator's operations. */
        SIMULATOR,
        /** A failure that a test told the simulator to play. */
        INJECTED_FAILURE,
        /** A test: the answer is literal, and not judged. */
        TEST
    }

    /**
     * Makes a request whose answer a test wrote.
     *
     * @param method the HTTP method
     * @param target path and query, as sent
     * @param headers its headers
     * @param body its body, empty for none
     * @return the exchange
     */
    public static RecordedExchange request(
            String method, String target, Map<String, List<String>> headers, String body) {
        return new RecordedExchange(AnsweredBy.TEST, method, target, headers, body, 0, Map.of(), "");
    }

    /**
     * Makes single values into lists of one.
     *
     * @param headers one value per name
     * @return the same as lists
     */
    public static Map<String, List<String>> lists(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    /** Writes this as one line of JSON. */
    String line() {
        StringBuilder out = new StringBuilder(256);
        out.append('{');
        member(out, "answeredBy", answeredBy.name()).append(',');
        member(out, "method", method).append(',');
        member(out, "target", target).append(',');
        member(out, "requestHeaders", requestHeaders).append(',');
        member(out, "requestBody", requestBody).append(',');
        text(out, "status").append(':').append(status).append(',');
        member(out, "answerHeaders", answerHeaders).append(',');
        member(out, "answerBody", answerBody);
        return out.append('}').toString();
    }

    private static StringBuilder member(StringBuilder out, String name, String value) {
        return text(text(out, name).append(':'), value);
    }

    private static StringBuilder member(StringBuilder out, String name, Map<String, List<String>> headers) {
        Map<String, List<String>> sorted = new TreeMap<>();
        headers.forEach((header, values) -> sorted.put(header.toLowerCase(Locale.ROOT), values));
        sorted.keySet().removeIf(header -> header.contains("authorization"));
        text(out, name).append(":{");
        String separator = "";
        for (Map.Entry<String, List<String>> header : sorted.entrySet()) {
            text(out.append(separator), header.getKey()).append(':');
            text(out, String.join(", ", header.getValue()));
            separator = ",";
        }
        return out.append('}');
    }

    /** Writes a text with everything escaped but printable ASCII, so that a line stays one. */
    static StringBuilder text(StringBuilder out, @Nullable String value) {
        if (value == null) {
            return out.append("null");
        }
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return out.append('"');
    }
}
