package dev.confluencekit.content.version;

import dev.confluencekit.core.error.ConfluenceException;
import java.util.OptionalInt;

/**
 * Somebody else wrote the content in between: the edit was made from a version that is no longer the present one. Nothing
 * was written. Read the present version, apply the change again, and write that.
 */
public final class VersionConflictException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int actual;

    /**
     * Tells both versions.
     *
     * @param what the content, such as {@code page 98581}
     * @param expected the version from which the edit was made
     * @param actual the version that the content has, or 0 if the service did not tell
     */
    public VersionConflictException(String what, int expected, int actual) {
        super("The edit of " + what + " was made from version " + expected + ", but the present version is "
                + (actual == 0 ? "another" : actual) + ". Read it, apply the change again, and write that.");
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * The version from which the edit was made.
     *
     * @return its number
     */
    public int expectedVersion() {
        return expected;
    }

    /**
     * The version that the content had when the edit was refused.
     *
     * @return its number, if the service told
     */
    public OptionalInt actualVersion() {
        return actual == 0 ? OptionalInt.empty() : OptionalInt.of(actual);
    }
}
