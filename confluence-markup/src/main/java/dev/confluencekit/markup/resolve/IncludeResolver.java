package dev.confluencekit.markup.resolve;

import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what pages include of other pages. Called on the thread that converts, once for each place that asks. */
@FunctionalInterface
public interface IncludeResolver {
    /**
     * Finds the content.
     *
     * @param page the page that is included
     * @param excerpt whether only an excerpt of it is wanted
     * @param name the name of the excerpt, if it has one
     * @return what to put in its place; empty if it is not known
     */
    Optional<Document> content(Target page, boolean excerpt, @Nullable String name);
}
