package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link.
 *
 * @param target where it leads to
 * @param anchor the place inside the target, without {@code #}; of a web address it is part of the address
 * @param content what is to be read; empty where the name of the target is
 * @param look how it is shown
 * @param attributes what else the source said about it
 */
public record Link(Target target, @Nullable String anchor, List<Inline> content, LinkLook look, Attributes attributes)
        implements Inline {
    /** Copies its lists. */
    public Link {
        content = List.copyOf(content);
    }

    /** Makes a link that is shown by its text. */
    public static Link of(Target target, Inline... content) {
        return new Link(target, null, List.of(content), LinkLook.TEXT, Attributes.NONE);
    }

    @Override
    public List<Inline> children() {
        return content;
    }

    @Override
    public <R> R accept(InlineVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
