package dev.confluencekit.markup.resolve;

import dev.confluencekit.markup.tree.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what links lead to. Called on the thread that converts, once for each place that asks. */
@FunctionalInterface
public interface LinkResolver {
    /**
     * Finds a page, a blog post, a space, content, or what a shortcut stands for; or an attachment or file of the media service.
     *
     * @param target what is wanted
     * @param anchor the place inside it, if one is named
     * @return where it is, with the anchor in the address; empty if it is not known
     */
    Optional<ResolvedLink> resolve(Target target, @Nullable String anchor);
}
