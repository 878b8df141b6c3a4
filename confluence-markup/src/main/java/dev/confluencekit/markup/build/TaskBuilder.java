package dev.confluencekit.markup.build;

import dev.confluencekit.markup.tree.Inline;
import dev.confluencekit.markup.tree.Plain;
import dev.confluencekit.markup.tree.TaskItem;
import dev.confluencekit.markup.tree.TaskList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Tasks with boxes to tick. For one thread. */
public final class TaskBuilder {
    private final List<TaskItem> items = new ArrayList<>();

    private TaskBuilder() {}

    static TaskList list(Consumer<TaskBuilder> tasks) {
        TaskBuilder builder = new TaskBuilder();
        Objects.requireNonNull(tasks, "tasks").accept(builder);
        if (builder.items.isEmpty()) {
            throw new IllegalArgumentException("tasks must have a task");
        }
        return new TaskList(builder.items);
    }

    /** Adds what is to be done. */
    public TaskBuilder open(String text) {
        return add(false, TextBuilder.of(text));
    }

    /** Adds what is to be done, of several pieces of text, such as who is to do it. */
    public TaskBuilder open(Consumer<TextBuilder> text) {
        return add(false, TextBuilder.of(text));
    }

    /** Adds what has been done. */
    public TaskBuilder done(String text) {
        return add(true, TextBuilder.of(text));
    }

    /** Adds what has been done, of several pieces of text. */
    public TaskBuilder done(Consumer<TextBuilder> text) {
        return add(true, TextBuilder.of(text));
    }

    private TaskBuilder add(boolean done, List<Inline> text) {
        items.add(new TaskItem(null, null, done, List.of(new Plain(text))));
        return this;
    }
}
