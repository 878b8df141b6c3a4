package dev.confluencekit.benchmarks;

import java.util.HashMap;
import java.util.Map;

/**
 * The first line of a request, as far as a listing needs it.
 *
 * @param path what stands before the question mark
 * @param query the parameters, as sent; of several with one name the last
 */
record Requested(String path, Map<String, String> query) {
    static Requested of(String requestLine) {
        String target = requestLine.substring(requestLine.indexOf(' ') + 1, requestLine.lastIndexOf(' '));
        int mark = target.indexOf('?');
        if (mark < 0) {
            return new Requested(target, Map.of());
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return new Requested(target.substring(0, mark), query);
    }

    int limit() {
        return Math.max(1, Math.min(250, Integer.parseInt(query.getOrDefault("limit", "25"))));
    }

    /** A cursor of this server is the place in the listing, behind a letter. */
    int offset() {
        String cursor = query.get("cursor");
        return cursor == null ? 0 : Integer.parseInt(cursor.substring(1));
    }
}
