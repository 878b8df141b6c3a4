package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param state {@code DECIDED}, or what else the source says
 * @param id if it has one
 * @param content its text
 */
public record Decision(String state, @Nullable String id, List<Inline> content) implements Node {
    /** Copies its lists. */
    public Decision {
        content = List.copyOf(content);
    }

    @Override
    public List<Inline> children() {
        return content;
    }
}
