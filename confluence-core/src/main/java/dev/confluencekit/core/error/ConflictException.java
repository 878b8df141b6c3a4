package dev.confluencekit.core.error;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 409 or 412: somebody else changed the content in between. */
public final class ConflictException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /** v2 puts the number into brackets; v1 and Data Center say {@code Current version is: 5}. */
    private static final Pattern CURRENT =
            Pattern.compile("current version(?: is)?: ?\\[?([0-9]{1,9})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROVIDED =
            Pattern.compile("provided version(?: is)?: ?\\[?([0-9]{1,9})\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public ConflictException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "Read the current version, apply the change again, and write that.");
    }

    /**
     * The version that the content has.
     *
     * @return its number, if the service's message names it
     */
    public OptionalInt currentVersion() {
        return number(CURRENT);
    }

    /**
     * The version that the call would have made.
     *
     * @return its number, if the service's message names it
     */
    public OptionalInt providedVersion() {
        return number(PROVIDED);
    }

    private OptionalInt number(Pattern pattern) {
        Matcher found = pattern.matcher(serviceMessage());
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
