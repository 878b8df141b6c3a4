package dev.confluencekit.testkit.internal.edge;

import dev.confluencekit.testkit.SimulatedResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one answer.
 *
 * @param replacement the answer given instead of the real one, or null to keep that
 * @param fault what happens to the connection
 * @param bytes how many bytes of the body are sent before a cut, or at a time
 * @param pause how long to wait before the answer, or between bytes
 */
public record FailureSpec(@Nullable SimulatedResponse replacement, Fault fault, int bytes, Duration pause) {

    /** Tells whether the operation still makes the answer, whatever then happens to it. */
    boolean leavesTheAnswer() {
        return replacement == null && fault != Fault.DROP;
    }

    /** What happens to the connection. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It is closed without an answer. */
        DROP,
        /** The operation is carried out, then the connection is closed without an answer. */
        LOSE,
        /** It is closed in the middle of the body. */
        CUT,
        /** The body comes a few bytes at a time. */
        DRIBBLE,
        /** The whole answer comes late. */
        DELAY
    }
}
