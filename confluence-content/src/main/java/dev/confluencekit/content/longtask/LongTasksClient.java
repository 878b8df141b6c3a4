package dev.confluencekit.content.longtask;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.List;
import java.util.Optional;

/**
 * Asks how far work is that goes on after its request was answered. Safe for use by many threads; made by the integration and
 * living as long as it.
 *
 * <pre>{@code
 * LongTask done = longTasks.await(pages.copyTree(TreeCopy.under(source, destination).titlePrefix("Copy of ")));
 * }</pre>
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}. They need the scope
 * {@code read:confluence-space.summary} or {@code read:content.metadata:confluence} where the key has scopes.
 */
public interface LongTasksClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static LongTasksClient over(ConfluenceConnection connection) {
        return new DefaultLongTasksClient(connection);
    }

    /**
     * Asks how far a task is ({@code getTask}); one request.
     *
     * @param id the task
     * @return its state
     * @throws dev.confluencekit.core.error.NotFoundException if the service does not know it, or not any more
     */
    LongTask get(LongTaskId id);

    /**
     * Asks how far a task is that may be forgotten ({@code getTask}); one request.
     *
     * @param id the task
     * @return its state, or empty if the service does not know it, or not any more
     */
    Optional<LongTask> find(LongTaskId id);

    /**
     * Lists the tasks that are under way or have ended lately ({@code getTasks}); one request for each 100.
     *
     * @param max the most tasks to read
     * @return an immutable list of at most {@code max} tasks
     * @throws dev.confluencekit.core.error.InvalidArgumentException if {@code max} is negative
     */
    List<LongTask> list(int max);

    /**
     * Waits until a task has ended well, up to ten minutes ({@code getTask}).
     *
     * @param id the task
     * @return its last state
     * @throws LongTaskException if it failed, or has not ended after ten minutes
     */
    LongTask await(LongTaskId id);

    /**
     * Waits until a task has ended well ({@code getTask}). Can be interrupted.
     *
     * @param id the task
     * @param wait how long, and who is told
     * @return its last state; not finished only if the wait was cancelled
     * @throws LongTaskException if it failed, or has not ended in time
     */
    LongTask await(LongTaskId id, LongTaskWait wait);
}
