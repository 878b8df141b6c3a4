package dev.confluencekit.markup.gfm;

import dev.confluencekit.markup.tree.Target;
import java.util.Optional;

/** Knows what addresses of links in Markdown stand for. Called on the thread that reads, once for each link. */
@FunctionalInterface
public interface AddressResolver {
    /**
     * Says what the address stands for, such as a {@link dev.confluencekit.markup.tree.PageTarget} for {@code guide.md}.
     *
     * @param address as Markdown has it, maybe with {@code #} and a place in it
     * @return the page or file; empty if it is an address like any other
     */
    Optional<Target> resolve(String address);
}
