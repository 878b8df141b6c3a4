package dev.confluencekit.markup.resolve;

import dev.confluencekit.markup.tree.UserTarget;
import java.util.Optional;

/** Finds the names of people. Called on the thread that converts, once for each place that asks. */
@FunctionalInterface
public interface UserResolver {
    /**
     * Finds the name to show.
     *
     * @param user who
     * @return the name without {@code @}; empty if it is not known
     */
    Optional<String> displayName(UserTarget user);
}
