package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One recorded exchange.
 *
 * @param module whose tests it comes from
 * @param answeredBy SIMULATOR, INJECTED_FAILURE or TEST
 * @param method the HTTP method
 * @param path the path as on the site's own host, also of what went through the gateway
 * @param query the query, empty for none
 * @param requestHeaders names in lower case
 * @param requestBody empty for none
 * @param status 0 if the answer was not recorded
 * @param answerHeaders names in lower case
 * @param answerBody empty for none
 */
record Exchange(
        String module,
        String answeredBy,
        String method,
        String path,
        String query,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> answerHeaders,
        String answerBody) {

    /** The module whose tests send by hand, often wrongly on purpose. */
    private static final String TESTKIT = "confluence-testkit";

    private static final Pattern GATEWAY = Pattern.compile("^/ex/confluence/[^/]+(?=/)");

    static Exchange of(String module, JsonNode line) {
        String target = line.path("target").textValue();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new Exchange(
                module,
                line.path("answeredBy").textValue(),
                line.path("method").textValue(),
                GATEWAY.matcher(path).replaceFirst(""),
                mark < 0 ? "" : target.substring(mark + 1),
                headers(line.path("requestHeaders")),
                line.path("requestBody").textValue(),
                line.path("status").intValue(),
                headers(line.path("answerHeaders")),
                line.path("answerBody").textValue());
    }

    private static Map<String, String> headers(JsonNode node) {
        Map<String, String> headers = new TreeMap<>();
        node.properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        return headers;
    }

    /** Tells whether the library sent the request. */
    boolean requestIsOurs() {
        return !module.equals(TESTKIT);
    }

    /** Tells whether the simulator made the answer. */
    boolean answerIsOurs() {
        return !answeredBy.equals("TEST");
    }

    Optional<String> requestHeader(String name) {
        return Optional.ofNullable(requestHeaders.get(name));
    }

    /** The media type of the answer without its parameters; empty if there is none. */
    String answerMediaType() {
        return mediaType(answerHeaders.getOrDefault("content-type", ""));
    }

    static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "").strip();
    }
}
