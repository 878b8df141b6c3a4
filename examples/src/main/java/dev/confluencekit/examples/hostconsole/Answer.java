package dev.confluencekit.examples.hostconsole;

import dev.confluencekit.core.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back to the browser.
 *
 * @param allow the methods that would have been right, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String type, byte[] body, String allow) {
    private static final JsonCodec JSON = JsonCodec.create();

    static Answer json(int status, Object value) {
        return new Answer(
                status, "application/json; charset=utf-8", JSON.write(value).getBytes(StandardCharsets.UTF_8), "");
    }

    static Answer refusal(int status, String text) {
        return json(status, Map.of("message", Map.of("text", text, "hint", "")));
    }

    static Answer wrongMethod(String allow) {
        Answer refusal = refusal(405, "This takes " + allow + ".");
        return new Answer(refusal.status, refusal.type, refusal.body, allow);
    }
}
