package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.tree.Document;
import dev.confluencekit.markup.tree.TaskItem;
import java.util.HashSet;
import java.util.Set;

/** Ids for tasks that have none: the lowest that no task of the document has. */
final class TaskIds {
    private final Set<String> taken = new HashSet<>();
    private int last;

    TaskIds(Document document) {
        document.nodes()
                .filter(TaskItem.class::isInstance)
                .map(TaskItem.class::cast)
                .forEach(task -> {
                    if (task.id() != null) {
                        taken.add(task.id());
                    }
                });
    }

    String of(TaskItem task) {
        if (task.id() != null) {
            return task.id();
        }
        do {
            last++;
        } while (taken.contains(Integer.toString(last)));
        return Integer.toString(last);
    }
}
