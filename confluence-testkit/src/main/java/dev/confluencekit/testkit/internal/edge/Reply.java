package dev.confluencekit.testkit.internal.edge;

import dev.confluencekit.testkit.SimulatedResponse;
import java.time.Duration;

/**
 * An answer, and what the connection shall do to it.
 *
 * @param response the answer; its latency is to be waited for before its first byte
 * @param fault what happens to the connection
 * @param bytes how many bytes of the body are sent before a cut, or at a time
 * @param pause the wait between two pieces of a dribbled body
 */
public record Reply(SimulatedResponse response, FailureSpec.Fault fault, int bytes, Duration pause) {

    /**
     * An answer to which nothing happens.
     *
     * @param response the answer
     * @return the reply
     */
    public static Reply whole(SimulatedResponse response) {
        return new Reply(response, FailureSpec.Fault.NONE, 0, Duration.ZERO);
    }
}
