package dev.confluencekit.markup.text;

import dev.confluencekit.markup.resolve.Resolvers;
import java.util.Objects;

/** How plain text is written. Immutable: methods give changed copies. */
public final class TextOptions {
    private static final TextOptions DEFAULTS = new TextOptions(Resolvers.none(), false, false);

    private final Resolvers resolvers;
    private final boolean addresses;
    private final boolean hiddenExcerpts;

    private TextOptions(Resolvers resolvers, boolean addresses, boolean hiddenExcerpts) {
        this.resolvers = resolvers;
        this.addresses = addresses;
        this.hiddenExcerpts = hiddenExcerpts;
    }

    /** No addresses, no resolvers. */
    public static TextOptions defaults() {
        return DEFAULTS;
    }

    /** Resolvers for links, people and includes. */
    public TextOptions resolvers(Resolvers use) {
        return new TextOptions(Objects.requireNonNull(use, "use"), addresses, hiddenExcerpts);
    }

    /** Whether the address of a link stands behind its text. Unless said otherwise it does not. */
    public TextOptions addresses(boolean show) {
        return new TextOptions(resolvers, show, hiddenExcerpts);
    }

    /** Whether excerpts are shown that the page hides. Unless said otherwise they are not. */
    public TextOptions hiddenExcerpts(boolean show) {
        return new TextOptions(resolvers, addresses, show);
    }

    Resolvers resolvers() {
        return resolvers;
    }

    boolean addresses() {
        return addresses;
    }

    boolean hiddenExcerpts() {
        return hiddenExcerpts;
    }
}
