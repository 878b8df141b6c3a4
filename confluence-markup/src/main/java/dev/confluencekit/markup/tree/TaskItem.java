package dev.confluencekit.markup.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task: something to tick off. Tasks below it are a {@link TaskList} at the end of its content.
 *
 * @param id of the task in its page, if it has one
 * @param uuid of the task everywhere, if it has one
 * @param done ticked off
 * @param content what it holds
 */
public record TaskItem(@Nullable String id, @Nullable String uuid, boolean done, List<Block> content) implements Node {
    /** Copies its lists. */
    public TaskItem {
        content = List.copyOf(content);
    }

    @Override
    public List<Block> children() {
        return content;
    }
}
