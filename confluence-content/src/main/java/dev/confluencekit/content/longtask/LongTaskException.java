package dev.confluencekit.content.longtask;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.core.error.ConfluenceException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A long task that ended badly, or that had not ended when it was given up waiting for. */
public final class LongTaskException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final boolean finished;
    private final int percent;

    /**
     * Says how far the task was.
     *
     * @param task its last state
     */
    public LongTaskException(LongTask task) {
        super(message(task));
        this.id = task.id().value();
        this.finished = task.isFinished();
        Integer reached = task.percentageComplete();
        this.percent = reached == null ? 0 : reached;
    }

    private static String message(LongTask task) {
        if (!task.isFinished()) {
            return "The task " + task.id() + " was not finished in time (" + task.percentageComplete()
                    + " %). It goes on; ask for it again by its id.";
        }
        String said = words(task.errors());
        return "The task " + task.id() + " failed: " + (said.isEmpty() ? words(task.messages()) : said);
    }

    private static String words(@Nullable List<LongTaskMessage> messages) {
        return messages == null
                ? ""
                : messages.stream()
                        .map(message -> String.valueOf(message.translation()))
                        .collect(Collectors.joining("; "));
    }

    /**
     * The task.
     *
     * @return its id
     */
    public LongTaskId id() {
        return LongTaskId.of(id);
    }

    /**
     * Whether the task has ended, and so failed.
     *
     * @return false if it goes on
     */
    public boolean isFinished() {
        return finished;
    }

    /**
     * How far it was.
     *
     * @return from 0 to 100
     */
    public int percentageComplete() {
        return percent;
    }
}
