package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.tree.UserTarget;
import java.util.Optional;

/** Knows whom {@code @name} in Markdown means. Called on the thread that reads, once for each place. */
@FunctionalInterface
public interface PersonResolver {
    /**
     * Says who it is.
     *
     * @param name without {@code @}
     * @return the account; empty if it is text like any other
     */
    Optional<UserTarget> resolve(String name);
}
