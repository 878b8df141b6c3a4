package dev.confluencekit.content.internal;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.Collection;
import java.util.List;

/** What is checked of values before any request. */
public final class Checks {
    private Checks() {}

    /** Refuses a blank text. */
    public static String text(String parameter, String value) {
        if (value.isBlank()) {
            throw new InvalidArgumentException(parameter, "is missing");
        }
        return value;
    }

    /** Refuses none and too many; gives a copy. */
    public static <T> List<T> count(String parameter, Collection<T> values, int most) {
        if (values.isEmpty() || values.size() > most) {
            throw new InvalidArgumentException(parameter, "must be 1 to " + most + ", not " + values.size());
        }
        return List.copyOf(values);
    }

    /** Refuses what does not count from 1. */
    public static int positive(String parameter, int value) {
        if (value < 1) {
            throw new InvalidArgumentException(parameter, "must be positive");
        }
        return value;
    }
}
