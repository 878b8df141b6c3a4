package dev.confluencekit.content.internal;

import dev.confluencekit.core.error.NotFoundException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reading what may not be there. */
public final class Lookups {
    private Lookups() {}

    /** What was read, or empty if it is not there; a 404 that the edge made up under load is no answer to that. */
    public static <T> Optional<T> find(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (NotFoundException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
