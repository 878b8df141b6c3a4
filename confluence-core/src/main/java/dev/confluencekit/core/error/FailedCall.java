package dev.confluencekit.core.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/**
 * What was tried before a call failed.
 *
 * @param operation Confluence's name of the operation, such as {@code getPages}
 * @param method the HTTP method
 * @param path the path that was asked for, without the query
 * @param attempts how many requests the library made for this call; 0 if none was sent
 * @param elapsed the time from the start of the call to its failure, waits included
 * @param outcomeUnknown true if the call writes and Confluence may have carried it out although no answer came; look
 *     before you send it again
 */
public record FailedCall(
        String operation, String method, String path, int attempts, Duration elapsed, boolean outcomeUnknown)
        implements Serializable {

    /**
     * The call in one line, as exception messages begin.
     *
     * @return for example {@code GET /wiki/api/v2/pages}
     */
    public String line() {
        return method + " " + path;
    }

    String effort() {
        String tries = attempts == 1 ? "1 attempt" : attempts + " attempts";
        String doubt = outcomeUnknown ? "; it may have taken effect, so look before sending it again" : "";
        return String.format(Locale.ROOT, "%s, %.1f s%s", tries, elapsed.toMillis() / 1000.0, doubt);
    }
}
